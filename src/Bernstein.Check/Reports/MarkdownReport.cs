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

        foreach (var hint in assessment.Submission.Arrangement.Hints)
        {
            output.WriteLine($"- {Escape(hint)}");
        }

        foreach (var (words, requirements) in answer.Changes())
        {
            var names = string.Join(", ", requirements.Select(requirement => requirement.Identifier));
            output.WriteLine($"- since {Escape(settings.Since!)}: {words}: {names}");
        }

        WriteTable(output, assessment);
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

    private static void WriteTable(TextWriter output, Assessment assessment)
    {
        if (assessment.Failed > 0)
        {
            output.WriteLine();
            output.WriteLine("| requirement | where | found | fix |");
            output.WriteLine("|---|---|---|---|");
        }

        var telling = new FindingsByCause(assessment);
        foreach (var told in assessment.Failures.SelectMany(failure => telling.Of(failure.Requirement, failure.Verdict)))
        {
            foreach (var row in Rows(told))
            {
                output.WriteLine($"| {told.Requirement.Identifier} | {string.Join(" | ", row.Select(Escape))} |");
            }
        }
    }

    // The mend stands beside the first thing that was found; where another requirement tells all of it, that is said.
    private static IEnumerable<string[]> Rows(ToldCause told) =>
        told.Findings.Count == 0
            ?
            [
                [told.Place.Location?.ToString() ?? "", "", Mend(told)],
            ]
            : told.Findings.Select(
                (finding, index) => new[] { finding.Location?.ToString() ?? "", finding.Message, index == 0 ? Mend(told) : "" }
            );

    private static string Mend(ToldCause told) =>
        (told.Elsewhere is null ? told.Cause?.Mend.Sentence ?? told.Requirement.Mend : told.Mend)
        + (told.Fixes is { } fixes ? $" {fixes}" : "");

    // What a file says must not become a table, a link, a tag, a formula, or a word to a team: GitHub looks for those after it has read the signs.
    private static string Escape(string text) =>
        string.Concat(
            text.Select(letter =>
                letter switch
                {
                    '|' or '<' or '>' or '[' or ']' or '`' or '*' or '_' or '~' or '$' or '\\' => $"\\{letter}",
                    '@' or '#' => $"{letter}<!-- -->",
                    '&' => "&amp;",
                    _ when char.IsControl(letter) => " ",
                    _ => letter.ToString(),
                }
            )
        );
}
