using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>For a comment on a proposal: a table of the folders, and what fails in each.</summary>
public sealed class MarkdownReport : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        output.WriteLine("| folder | passed | failed | not judged |");
        output.WriteLine("|---|--:|--:|--:|");
        foreach (var assessment in assessments)
        {
            output.WriteLine(
                $"| {Escape(assessment.Submission.Folder.Path)} | {assessment.Passed} | {assessment.Failed} | {assessment.NotJudged} |"
            );
        }

        foreach (var assessment in assessments.Where(assessment => assessment.Failed > 0))
        {
            output.WriteLine();
            output.WriteLine($"## {Escape(assessment.Submission.Folder.Path)}");
            output.WriteLine();
            output.WriteLine("| requirement | where | found | mend |");
            output.WriteLine("|---|---|---|---|");
            foreach (var (requirement, verdict) in assessment.Failures)
            {
                foreach (var finding in verdict.Findings)
                {
                    output.WriteLine(
                        $"| {requirement.Identifier} | {Escape(finding.Location?.ToString() ?? "")} | {Escape(finding.Message)} | {Escape(requirement.Mend)} |"
                    );
                }
            }
        }
    }

    // What a file says must not become a table, a link or a tag.
    private static string Escape(string text) =>
        string.Concat(
            text.Select(letter =>
                letter switch
                {
                    '|' or '<' or '>' or '[' or ']' or '`' or '*' or '_' or '\\' => $"\\{letter}",
                    _ when char.IsControl(letter) => " ",
                    _ => letter.ToString(),
                }
            )
        );
}
