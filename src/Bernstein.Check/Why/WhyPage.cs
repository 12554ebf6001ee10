namespace Bernstein.Check.Why;

/// <summary>A file line by line, with what asks for each, for people: 80 columns, no colours.</summary>
internal sealed class WhyPage(string path, FileAnswers answers)
{
    private const int Columns = 80;
    private const int RemarkColumns = 32;
    private const string Gap = "  ";

    private readonly string[] _lines = answers.File.Text.TrimEnd().Split('\n');

    // Those of the number before a line.
    private int NumberColumns => $"{_lines.Length}{Gap}".Length;

    internal void Write(TextWriter output)
    {
        var remarks = new LineRemarks(answers, RemarkColumns);
        var rows = _lines.Index().SelectMany(line => Rows(line.Index + 1, Shown(line.Item), remarks.Of(line.Index + 1)));
        var legend = Legend().SelectMany(line => TerminalLines.Wrap(line, Columns, "    "));
        foreach (var row in (string[])[PlainText.OneLine(path), "", .. rows, .. legend, ""])
        {
            output.WriteLine(row);
        }
    }

    private static string Shown(string line) => PlainText.OneLine(line.TrimEnd().Replace("\t", "  ", StringComparison.Ordinal));

    private IEnumerable<string> Rows(int number, string text, IReadOnlyList<string> remarks)
    {
        var indent = new string(' ', text.Length - text.TrimStart().Length);
        var starts = TerminalLines
            .Wrap(text, Columns - NumberColumns, indent.Length < Columns / 2 ? indent : "")
            .Select((row, at) => $"{(at == 0 ? $"{number}{Gap}" : "").PadLeft(NumberColumns)}{row}".TrimEnd())
            .ToList();
        // The first remark stands at the line where there is room, else below it.
        if (remarks.Count > 0 && starts[^1].Length + Gap.Length + remarks[0].Length > Columns)
        {
            starts.Add("");
        }

        starts.AddRange(Enumerable.Repeat("", Math.Max(0, remarks.Count - 1)));
        var skipped = starts.Count - remarks.Count;
        return starts.Select(
            (start, at) => at < skipped ? start : $"{start.PadRight(Columns - RemarkColumns - Gap.Length)}{Gap}{remarks[at - skipped]}"
        );
    }

    private IEnumerable<string> Legend()
    {
        var said = answers
            .Parts.SelectMany(part => part.Said(), (part, requirement) => (part, requirement))
            .ToLookup(pair => pair.requirement, pair => pair.part);
        var asking =
            from requirement in answers.Judged
            where said.Contains(requirement)
            select $"  {requirement} ({LinesOf(said[requirement])}): {requirement.Sentence}";
        string[] byValue = answers.Parts.Any(part => part.IsByValue)
            ? ["  = the line could be left out, which means the same; another value fails"]
            : [];
        var reasons =
            from letter in answers.Letters
            let lines = LinesOf(answers.Parts.Where(part => part.Reason == letter.Key))
            select $"  {letter.Value} ({lines}): {letter.Key.Sentence} docs/decisions/{letter.Key.Decision}.md";
        var faults =
            from fault in answers.Faults
            group fault by (fault.Finding.Location, fault.Finding.Mend?.Sentence) into same
            let finding = same.First().Finding
            let names = same.Select(fault => fault.Requirement).Distinct().Names()
            select $"  {names} ({finding.Location!.Line}): {finding.Message}";
        return
        [
            .. Section("The requirements, each with the lines that it fails without:", asking.Concat(byValue)),
            .. Section("Not asked for, and there for a reason:", reasons),
            "",
            Sum(),
            .. Section("✗ What fails here (without --why, the judge shows the fix):", faults),
        ];
    }

    private static IEnumerable<string> Section(string head, IEnumerable<string> lines) =>
        lines.ToArray() is { Length: > 0 } all ? ["", head, .. all] : [];

    private string Sum()
    {
        var asked = answers.Parts.Count(part => part.IsValue && part.IsAsked);
        var without = answers.Parts.Where(part => !part.IsAsked && part.Reason is null).ToArray();
        var explained = answers.Parts.Count(part => part is { IsValue: true, IsAsked: false, Reason: not null });
        return $"Values: {asked} asked for, {explained} there for a reason, {without.Count(part => part.IsValue)} that nothing asks for"
            + (without.Length == 0 ? "." : $" ({LinesOf(without)}).");
    }

    // Of lines that follow one another the first and the last: 3, 5-8.
    private static string LinesOf(IEnumerable<AskedPart> parts)
    {
        var lines = parts.Select(part => part.Part.Line).Distinct().Order().Index();
        var ranges = lines
            .GroupBy(line => line.Item - line.Index, line => line.Item)
            .Select(range => (First: range.First(), Last: range.Last()));
        return string.Join(", ", ranges.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}"));
    }
}
