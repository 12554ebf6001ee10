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
        output.WriteLine("What each of them asks, and why. `scripts/check --explain ID` says how to fix it, and shows it right and wrong;");
        output.WriteLine(
            "each identifier leads to the page of Kubernetes that explains it. Written by `scripts/check --list-requirements --production`."
        );
        foreach (var group in requirements.GroupBy(requirement => requirement.Group))
        {
            output.WriteLine();
            output.WriteLine($"## {group.Key}");
            foreach (var alike in group.GroupBy(requirement => requirement.Protects))
            {
                output.WriteLine();
                foreach (var requirement in alike)
                {
                    output.WriteLine($"- [{requirement.Identifier}]({Explanation.Of(requirement).Link}): {requirement.Sentence}");
                }

                output.WriteLine($"  Why: {alike.Key}");
            }
        }
    }
}
