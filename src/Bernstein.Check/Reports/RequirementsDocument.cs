using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>docs/requirements.md: what every requirement protects and how it is mended, from the requirements themselves.</summary>
public static class RequirementsDocument
{
    /// <summary>Writes the document, as Markdown.</summary>
    public static void Write(TextWriter output, IEnumerable<Requirement> requirements)
    {
        output.WriteLine("# The requirements");
        output.WriteLine();
        output.WriteLine("What each of them asks, what breaks where it does not hold, and how it is mended. Each identifier leads to");
        output.WriteLine(
            "the page that explains it; what they mean to the letter is in [SPECIFICATION.md](SPECIFICATION.md). Written by `scripts/check --list-requirements`."
        );
        foreach (var group in requirements.GroupBy(requirement => requirement.Group))
        {
            output.WriteLine();
            output.WriteLine($"## {group.Key}");
            output.WriteLine();
            output.WriteLine("| id | requirement | where it does not hold | mend |");
            output.WriteLine("|---|---|---|---|");
            foreach (var requirement in group)
            {
                output.WriteLine(
                    $"| [{requirement.Identifier}]({Explanation.Of(requirement).Link}) | {requirement.Sentence} | {requirement.Protects} | {requirement.Mend} |"
                );
            }
        }
    }
}
