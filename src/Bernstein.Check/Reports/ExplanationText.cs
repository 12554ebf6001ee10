namespace Bernstein.Check.Reports;

/// <summary>One requirement for people: sentence, reason, what is right, what is wrong, how it is mended, and where to read on.</summary>
public static class ExplanationText
{
    /// <summary>Writes one in full, or lists those of a group.</summary>
    /// <param name="output">Where.</param>
    /// <param name="requirements">The requirements.</param>
    /// <param name="width">How many columns a terminal has; null for as many as a line needs.</param>
    public static void Write(TextWriter output, IReadOnlyList<Requirement> requirements, int? width = null)
    {
        string Fit(string line) => TerminalLines.Fit(line, width);
        var lines = requirements is [{ Explanation: var explanation } only]
            ?
            [
                Fit($"{only}: {explanation.Sentence}"),
                Fit($"Otherwise: {explanation.Protects}"),
                Fit($"Fix: {explanation.Mend}"),
                .. Example($"Right, in {explanation.File}:", explanation.Right),
                .. Example("Wrong:", explanation.Wrong),
                "",
                $"Read on: {explanation.Link}",
            ]
            : requirements.Select(requirement => Fit($"{requirement}: {requirement.Sentence}"));
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }

    private static IEnumerable<string> Example(string title, string text)
    {
        if (text.Length == 0)
        {
            return ["", $"{title} nothing of it is written"];
        }

        var lines = text.TrimEnd('\n').Split('\n');
        // The first line begins in the middle of its own: what follows is below it, or next to it.
        var left = lines.Skip(1).Select(Indent).DefaultIfEmpty(0).Min();
        var others = lines.Skip(1).Where(line => Indent(line) == left).ToArray();
        var isAbove = lines[0].EndsWith(':') ? others.Length > 0 && others[0] == lines[1] : IsItem(lines[0]) && !others.Any(IsItem);
        var below = lines.Skip(1).Select(line => $"    {(isAbove ? "  " : "")}{line[left..]}");
        return ["", title, $"    {lines[0].TrimStart()}", .. below];
    }

    private static bool IsItem(string line) => line.TrimStart().StartsWith("- ", StringComparison.Ordinal);

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
