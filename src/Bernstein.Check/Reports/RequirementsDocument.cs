namespace Bernstein.Check.Reports;

/// <summary>What every requirement asks and protects, as Markdown, from the requirements themselves.</summary>
public static class RequirementsDocument
{
    /// <summary>Writes what is asked, with the reasons: <c>--list-requirements</c>.</summary>
    /// <param name="output">Where.</param>
    /// <param name="requirements">The requirements.</param>
    /// <param name="width">How many columns a terminal has; null for as many as a line needs.</param>
    public static void Write(TextWriter output, IEnumerable<Requirement> requirements, int? width = null)
    {
        output.WriteLine("# The requirements");
        foreach (var group in requirements.GroupBy(requirement => requirement.Group))
        {
            output.WriteLine();
            output.WriteLine($"## {group.Key}");
            foreach (var alike in group.GroupBy(requirement => requirement.Protects))
            {
                var asked = alike.Select(requirement => $"- [{requirement}]({requirement.Explanation.Link}): {requirement.Sentence}");
                foreach (var line in asked.Prepend("").Append($"  Why: {alike.Key}"))
                {
                    output.WriteLine(TerminalLines.Fit(line, width, indent: 2));
                }
            }
        }
    }
}
