namespace Bernstein.Check.Reports;

/// <summary>One requirement for people: sentence, reason, what is right, what is wrong, how it is mended, and where to read on.</summary>
public static class ExplanationText
{
    /// <summary>Writes one, or lists those of a group.</summary>
    /// <param name="output">Where.</param>
    /// <param name="requirements">The requirements.</param>
    /// <param name="width">How many columns a terminal has; null for as many as a line needs.</param>
    public static void Write(TextWriter output, IReadOnlyList<Requirement> requirements, int? width = null)
    {
        if (requirements is [var only])
        {
            Write(output, only, width);
            return;
        }

        foreach (var requirement in requirements)
        {
            output.WriteLine(TerminalLines.Fit($"{requirement.Identifier}: {requirement.Sentence}", width));
        }
    }

    /// <summary>Writes one.</summary>
    /// <param name="output">Where.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="width">How many columns a terminal has; null for as many as a line needs.</param>
    public static void Write(TextWriter output, Requirement requirement, int? width = null)
    {
        var explanation = requirement.Explanation;
        output.WriteLine(TerminalLines.Fit($"{requirement}: {requirement.Sentence}", width));
        output.WriteLine(TerminalLines.Fit($"Otherwise: {requirement.Protects}", width));
        output.WriteLine(TerminalLines.Fit($"Fix: {requirement.Mend}", width));
        WriteLines(output, $"Right, in {explanation.File}:", explanation.Right);
        WriteLines(output, "Wrong:", explanation.Wrong);
        output.WriteLine();
        output.WriteLine($"Read on: {explanation.Link}");
    }

    private static void WriteLines(TextWriter output, string title, string text)
    {
        output.WriteLine();
        output.WriteLine(text.Length == 0 ? $"{title} nothing of it is written" : title);
        var lines = text.TrimEnd('\n').Split('\n');
        // The first line begins in the middle of its own: what follows is below it, or next to it.
        var left = lines.Skip(1).Select(Indent).DefaultIfEmpty(0).Min();
        var others = lines.Skip(1).Where(line => Indent(line) == left).ToArray();
        var isAbove = lines[0].EndsWith(':')
            ? others.Length > 0 && others[0] == lines[1]
            : lines[0].TrimStart().StartsWith("- ", StringComparison.Ordinal)
                && !others.Any(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));
        foreach (var (at, line) in lines.Where(_ => text.Length > 0).Index())
        {
            output.WriteLine($"    {(at == 0 ? line.TrimStart() : (isAbove ? "  " : "") + line[left..])}");
        }
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
