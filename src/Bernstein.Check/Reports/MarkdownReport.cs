using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>For a comment on a proposal: a table of the folders, and what fails in each.</summary>
public sealed class MarkdownReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        output.WriteLine("| folder | passed | failed | not judged |");
        output.WriteLine("|---|--:|--:|--:|");
        foreach (var answer in answers)
        {
            output.WriteLine(
                answer.Assessment is { } assessment
                    ? $"| {Escape(answer.Path)} | {assessment.Passed} | {assessment.Failed} | {assessment.NotJudged} |"
                    : $"| {Escape(answer.Path)}: not judged, because {Escape(answer.Reason!)} | | | |"
            );
        }

        foreach (var answer in answers)
        {
            if (
                answer.Assessment is { } assessment
                && (assessment.Failed > 0 || assessment.Submission.Folder.Remarks.Any() || answer.Changes().Any())
            )
            {
                WriteOne(output, answer, assessment);
            }
        }
    }

    private void WriteOne(TextWriter output, Answer answer, Assessment assessment)
    {
        output.WriteLine();
        output.WriteLine($"## {Escape(answer.Path)}");
        if (answer.Changes().Any())
        {
            output.WriteLine();
        }

        foreach (var (words, requirements) in answer.Changes())
        {
            var names = string.Join(", ", requirements.Select(requirement => requirement.Identifier));
            output.WriteLine($"- since {Escape(settings.Since!)}: {words}: {names}");
        }

        if (assessment.Failed > 0)
        {
            output.WriteLine();
            output.WriteLine("| requirement | where | found | mend |");
            output.WriteLine("|---|---|---|---|");
        }

        foreach (var (requirement, verdict) in assessment.Failures)
        {
            foreach (var finding in verdict.Findings)
            {
                output.WriteLine(
                    $"| {requirement.Identifier} | {Escape(finding.Location?.ToString() ?? "")} | {Escape(finding.Message)} | {Escape(requirement.Mend)} |"
                );
            }
        }

        var remarks = assessment.Submission.Folder.Remarks.ToArray();
        if (remarks.Length > 0)
        {
            output.WriteLine();
        }

        foreach (var remark in remarks)
        {
            output.WriteLine($"- {Escape($"{remark.Location}")}: {Escape(remark.Message)}");
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
