namespace Bernstein.Check.Why;

/// <summary>What stands to the right of each line: what asks for it, that nothing does, and what fails there.</summary>
internal sealed class LineRemarks(FileAnswers answers, int width)
{
    /// <summary>What stands at a line within a block that nothing asks for.</summary>
    private const string Within = "|";
    private const string Fails = "✗ ";
    private const int MostRows = 3;

    private readonly ILookup<int, AskedPart> _parts = answers.Parts.ToLookup(part => part.Part.Line);
    private readonly HashSet<AskedPart> _unasked = answers.Unasked.ToHashSet();
    private readonly string[] _held =
    [
        .. from outcome in answers.Before.Outcomes where outcome.Verdict.Status == Status.Pass select outcome.Requirement.Identifier,
    ];
    private readonly ILookup<int, Requirement> _faults = answers.Faults.ToLookup(
        fault => fault.Finding.Location!.Line,
        fault => fault.Requirement
    );

    /// <summary>The remarks at a line, a row each; none for a comment, and for the head of a block whose lines say it all.</summary>
    internal IReadOnlyList<string> Of(int line)
    {
        var faults = Rows(Short(_faults[line]), Fails.Length).Select(row => Fails + row).ToArray();
        var said = _parts[line].ToLookup(part => part.IsByValue, part => part.Said());
        var names = Short(said[false].SelectMany(by => by))
            .Concat(Short(said[true].SelectMany(by => by)).Select(name => $"={name}"))
            .ToArray();
        var isApiAlone = names is [AskedPart.Api] && faults.Length == 0;
        string[] asked = [.. faults, .. Rows(names.Where(name => isApiAlone || name != AskedPart.Api), 0)];
        string[] rows =
        [
            .. asked,
            .. _parts[line].Where(_unasked.Contains).SelectMany(part => TerminalLines.Wrap(Unasked(part, asked.Length > 0), width, "  ")),
        ];
        return rows.Length == 0 && _parts[line].Any(part => !part.IsAsked) ? [Within] : rows;
    }

    // Which part of the line it is, where others are asked for.
    private string Unasked(AskedPart part, bool isOneOfSeveral)
    {
        var name = isOneOfSeveral ? $"{PlainText.OneLine(part.Part.Name.Split('/')[^1])}: " : "";
        return name + (part.Reason is { } reason ? $"not asked: {answers.Letters[reason]}" : "nothing asks for it");
    }

    // In their order, with worker.* in the place of all requirements of the worker that hold.
    private List<string> Short(IEnumerable<Requirement> requirements)
    {
        var left = answers.Judged.Intersect(requirements).Select(requirement => requirement.Identifier).ToList();
        foreach (var prefix in left.SelectMany(Prefixes).Distinct().ToArray())
        {
            var all = _held.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
            if (all.Length > 1 && all.All(left.Contains))
            {
                left.Insert(left.IndexOf(all[0]), $"{prefix}*");
                left.RemoveAll(all.Contains);
            }
        }

        return left;
    }

    private static IEnumerable<string> Prefixes(string identifier) =>
        identifier.Index().Where(letter => letter.Item == '.').Select(letter => identifier[..(letter.Index + 1)]);

    private IEnumerable<string> Rows(IEnumerable<string> names, int margin)
    {
        var rows = TerminalLines.Wrap(string.Join(' ', names), width - margin, "").Where(row => row.Length > 0).ToArray();
        return rows.Length <= MostRows
            ? rows
            : [.. rows.Take(MostRows - 1), $"and {rows.Skip(MostRows - 1).Sum(row => row.Split(' ').Length)} more"];
    }
}
