namespace Bernstein.Check.Why;

/// <summary>A file line by line, with what asks for each, for people: 80 columns, no colours.</summary>
/// <param name="path">The file as it was named.</param>
/// <param name="answers">What is known of it.</param>
internal sealed class WhyPage(string path, FileAnswers answers)
{
    private const int Columns = 80;
    private const int RemarkColumns = 32;
    private const string Gap = "  ";

    private readonly string[] _lines = answers.File.Text.TrimEnd().Split('\n');

    // Those of the number before a line.
    private int NumberColumns => $"{_lines.Length}{Gap}".Length;

    /// <summary>Writes it.</summary>
    internal void Write(TextWriter output)
    {
        output.WriteLine(PlainText.OneLine(path));
        output.WriteLine();
        var remarks = new LineRemarks(answers, RemarkColumns);
        foreach (var row in _lines.Index().SelectMany(line => Rows(line.Index + 1, Shown(line.Item), remarks.Of(line.Index + 1))))
        {
            output.WriteLine(row);
        }

        foreach (var row in Legend().SelectMany(line => Lines.Wrap(line, Columns, "    ")))
        {
            output.WriteLine(row);
        }
    }

    private static string Shown(string line) => PlainText.OneLine(line.TrimEnd().Replace("\t", "  ", StringComparison.Ordinal));

    private IEnumerable<string> Rows(int number, string text, IReadOnlyList<string> remarks)
    {
        var indent = new string(' ', text.Length - text.TrimStart().Length);
        var starts = Lines
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
        if (said.Count > 0)
        {
            yield return "";
            yield return "The requirements, each with the lines that it fails without:";
        }

        foreach (var requirement in answers.Judged.Where(said.Contains))
        {
            yield return $"  {requirement.Identifier} ({LinesOf(said[requirement])}): {requirement.Sentence}";
        }

        if (answers.Parts.Any(part => part.IsByValue))
        {
            yield return "  = the line could be left out, which means the same; another value fails";
        }

        foreach (var line in Unasked().Concat(Faults()))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Unasked()
    {
        if (answers.Reasons.Count > 0)
        {
            yield return "";
            yield return "Not asked for, and there for a reason:";
        }

        foreach (var reason in answers.Reasons)
        {
            var letter = LineRemarks.LetterOf(answers.Reasons, reason);
            var lines = LinesOf(answers.Parts.Where(part => part.Reason == reason));
            yield return $"  {letter} ({lines}): {reason.Sentence} docs/decisions/{reason.Decision}.md";
        }

        var (asked, others) = (answers.Parts.Where(part => part.IsAsked), answers.Parts.Where(part => !part.IsAsked).ToArray());
        var without = others.Where(part => part.Reason is null).ToArray();
        yield return "";
        yield return $"Values: {asked.Count(part => part.IsValue)} asked for, {others.Except(without).Count(part => part.IsValue)} there for a reason, {without.Count(part => part.IsValue)} that nothing asks for"
            + (without.Length == 0 ? "." : $" ({LinesOf(without)}).");
    }

    private IEnumerable<string> Faults()
    {
        if (answers.Faults.Count > 0)
        {
            yield return "";
            yield return "✗ What fails here (without --why, the judge shows the fix):";
        }

        foreach (var same in answers.Faults.GroupBy(fault => (fault.Finding.Location, fault.Finding.Mend?.Sentence)))
        {
            var names = string.Join(' ', same.Select(fault => fault.Requirement.Identifier).Distinct());
            yield return $"  {names} ({same.First().Finding.Location!.Line}): {same.First().Finding.Message}";
        }
    }

    private static string LinesOf(IEnumerable<AskedPart> parts) => Lines.Ranges(parts.Select(part => part.Part.Line));
}
