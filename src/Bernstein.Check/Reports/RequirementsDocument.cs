using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>docs/requirements.md: what every requirement protects, from the requirements themselves.</summary>
public static class RequirementsDocument
{
    /// <summary>Writes the document, as Markdown.</summary>
    public static void Write(TextWriter output, IEnumerable<Requirement> requirements)
    {
        output.WriteLine("# The requirements");
        output.WriteLine();
        output.WriteLine("What each of them asks, and what breaks without it. `scripts/check --explain ID` says how to fix it, and shows it right and wrong;");
        output.WriteLine("each identifier leads to the page of Kubernetes that explains it. Written by `scripts/check --list-requirements --production`.");
        foreach (var group in requirements.GroupBy(requirement => requirement.Group))
        {
            output.WriteLine();
            output.WriteLine($"## {group.Key}");
            output.WriteLine();
            output.WriteLine("| id | requirement | what breaks without it |");
            output.WriteLine("|---|---|---|");
            foreach (var requirement in group)
            {
                output.WriteLine(
                    $"| [{requirement.Identifier}]({Explanation.Of(requirement).Link}) | {requirement.Sentence} | {requirement.Protects} |"
                );
            }
        }
    }
}
