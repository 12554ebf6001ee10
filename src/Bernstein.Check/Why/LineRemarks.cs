namespace Bernstein.Check.Why;

/// <summary>What stands to the right of each line: what asks for it, that nothing does, and what fails there.</summary>
internal sealed class LineRemarks
{
    /// <summary>What stands at a line within a block that nothing asks for.</summary>
    private const string Within = "|";
    private const string Fails = "✗ ";
    private const int MostRows = 3;

    private readonly int _width;
    private readonly IReadOnlyList<Requirement> _judged;
    private readonly IReadOnlyList<string> _held;
    private readonly IReadOnlyList<Reason> _reasons;
    private readonly ILookup<int, AskedPart> _parts;
    private readonly HashSet<AskedPart> _unasked;
    private readonly ILookup<int, Requirement> _faults;

    /// <param name="answers">What is known of the file.</param>
    /// <param name="width">How many characters a row has at most.</param>
    internal LineRemarks(FileAnswers answers, int width)
    {
        (_width, _judged, _reasons) = (width, answers.Judged, answers.Reasons);
        _held = [.. answers.Held.Select(requirement => requirement.Identifier)];
        _parts = answers.Parts.ToLookup(part => part.Part.Line);
        _unasked = answers.Unasked.ToHashSet();
        _faults = answers.Faults.ToLookup(fault => fault.Finding.Location!.Line, fault => fault.Requirement);
    }

    /// <summary>The remarks at a line, a row each; none for a comment, and for the head of a block whose lines say it all.</summary>
    internal IReadOnlyList<string> Of(int line)
    {
        var faults = Rows(Short(_faults[line]), Fails.Length).Select(row => Fails + row).ToArray();
        string[] names =
        [
            .. Short(_parts[line].Where(part => !part.IsByValue).SelectMany(part => part.Said())),
            .. Short(_parts[line].Where(part => part.IsByValue).SelectMany(part => part.Said())).Select(name => $"={name}"),
        ];
        var isApiAlone = names is [AskedPart.Api] && faults.Length == 0;
        string[] asked = [.. faults, .. Rows(names.Where(name => isApiAlone || name != AskedPart.Api), 0)];
        var unasked = _parts[line].Where(_unasked.Contains).SelectMany(part => Lines.Wrap(Unasked(part, asked.Length > 0), _width, "  "));
        string[] rows = [.. asked, .. unasked];
        return rows.Length == 0 && _parts[line].Any(part => !part.IsAsked) ? [Within] : rows;
    }

    /// <summary>The letter that a reason has on the page.</summary>
    internal static char LetterOf(IReadOnlyList<Reason> reasons, Reason reason) =>
        (char)('a' + reasons.Index().First(known => known.Item == reason).Index);

    // Which part of the line it is, where others are asked for.
    private string Unasked(AskedPart part, bool isOneOfSeveral)
    {
        var name = isOneOfSeveral ? $"{PlainText.OneLine(part.Part.Name.Split('/')[^1])}: " : "";
        return name + (part.Reason is { } reason ? $"not asked: {LetterOf(_reasons, reason)}" : "nothing asks for it");
    }

    // In their order, with worker.* in the place of all requirements of the worker that hold.
    private List<string> Short(IEnumerable<Requirement> requirements)
    {
        var left = _judged.Intersect(requirements).Select(requirement => requirement.Identifier).ToList();
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
        var rows = Lines.Wrap(string.Join(' ', names), _width - margin, "").Where(row => row.Length > 0).ToArray();
        return rows.Length <= MostRows
            ? rows
            : [.. rows.Take(MostRows - 1), $"and {rows.Skip(MostRows - 1).Sum(row => row.Split(' ').Length)} more"];
    }
}
