namespace Bernstein.Check.Reports;

/// <summary>What every requirement asks and protects, as Markdown, from the requirements themselves.</summary>
public static class RequirementsDocument
{
    /// <summary>Writes what is asked, with the reasons: <c>--list-requirements</c>.</summary>
    public static void Write(TextWriter output, IEnumerable<Requirement> requirements)
    {
        output.WriteLine("# The requirements");
        foreach (var group in requirements.GroupBy(requirement => requirement.Group))
        {
            output.WriteLine();
            output.WriteLine($"## {group.Key}");
            foreach (var alike in group.GroupBy(requirement => requirement.Protects))
            {
                output.WriteLine();
                foreach (var requirement in alike)
                {
                    output.WriteLine($"- {Linked(requirement)}: {requirement.Sentence}");
                }

                output.WriteLine($"  Why: {alike.Key}");
            }
        }
    }

    private static string Linked(Requirement requirement) => $"[{requirement.Identifier}]({Explanation.Of(requirement).Link})";
}
