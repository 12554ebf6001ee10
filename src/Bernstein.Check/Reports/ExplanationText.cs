using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>One requirement for people: sentence, reason, what is right, what is wrong, how it is mended, and where to read on.</summary>
public static class ExplanationText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, Requirement requirement)
    {
        var explanation = Explanation.Of(requirement);
        output.WriteLine($"{requirement.Identifier}: {requirement.Sentence}");
        output.WriteLine($"Otherwise: {requirement.Protects}");
        output.WriteLine($"Fix: {requirement.Mend}");
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
        // The first line begins in the middle of its own, and the others are as far to the right as they stand.
        var left = lines.Skip(1).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        foreach (var (at, line) in lines.Where(_ => text.Length > 0).Index())
        {
            output.WriteLine($"    {(at == 0 ? line.TrimStart() : "  " + line[left..])}");
        }
    }
}
