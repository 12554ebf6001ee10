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

        foreach (var line in answers.SelectMany(Lines))
        {
            output.WriteLine(line);
        }
    }

    private IEnumerable<string> Lines(Answer answer)
    {
        var changes = answer.Changes().ToArray();
        if (answer.Assessment is not { } assessment || assessment.Failed + assessment.Remarks.Count + changes.Length == 0)
        {
            return [];
        }

        var rows =
            from told in new FindingsByCause(assessment).All
            from row in Rows(told)
            select $"| {told.Requirement} | {string.Join(" | ", row.Select(Escape))} |";
        return
        [
            "",
            $"## {Escape(answer.Path)}",
            .. Part(changes.Length > 0, ""),
            .. assessment.Hints.Select(hint => $"- {Escape(hint)}"),
            .. changes.Select(change => $"- since {Escape(settings.Since!)}: {change.Words}: {change.Requirements.Names(", ")}"),
            .. Part(assessment.Failed > 0, "", "| requirement | where | found | fix |", "|---|---|---|---|"),
            .. rows,
            .. Part(assessment.Remarks.Count > 0, ""),
            .. assessment.Remarks.Select(remark => $"- {Escape(remark.Shown())}"),
        ];
    }

    private static string[] Part(bool isThere, params string[] lines) => isThere ? lines : [];

    // The mend stands beside the first thing that was found; where another requirement tells all of it, that is said.
    private static IEnumerable<string[]> Rows(ToldCause told)
    {
        var mend = (told.Elsewhere is null ? told.Sentence : told.Mend) + (told.Fixes is { } fixes ? $" {fixes}" : "");
        return told.Findings.Count == 0
            ?
            [
                [$"{told.Place.Location}", "", mend],
            ]
            : told.Findings.Select((finding, at) => new[] { $"{finding.Location}", finding.Message, at == 0 ? mend : "" });
    }

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
