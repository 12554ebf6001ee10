namespace Bernstein.Check.Reports;

/// <summary>For a spreadsheet: a row for each hand-in and a column for each requirement, with the points that it gets.</summary>
public sealed class CsvReport(ReportSettings settings) : IReport
{
    private static readonly string[] Heads = ["folder", "points", "of", "passed", "failed", "not judged", "left out", "why not judged"];

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var since = settings.Since is null ? Array.Empty<string>() : ["mended", "broke"];
        output.WriteLine(Row([.. Heads, .. since, .. settings.Asked.Select(requirement => requirement.Identifier)]));
        foreach (var answer in answers)
        {
            output.WriteLine(
                Row(
                    answer.Assessment is { } assessment ? Judged(answer, assessment) : [answer.Path, "", "", "", "", "", "", answer.Reason!]
                )
            );
        }
    }

    private IEnumerable<string> Judged(Answer answer, Assessment assessment)
    {
        var (reached, possible) = settings.Points.Of(assessment);
        var numbers = new decimal[] { reached, possible, assessment.Passed, assessment.Failed, assessment.NotJudged };
        return numbers
            .Append(assessment.Submission.Folder.Remarks.Count())
            .Select(number => number.ToString("0.##", CultureInfo.InvariantCulture))
            .Prepend(answer.Path)
            .Append("")
            .Concat(settings.Since is null ? [] : new[] { Names(answer.Mended), Names(answer.Broke) })
            .Concat(assessment.Outcomes.Select(outcome => outcome.Verdict.Status.Word()));
    }

    private static string Names(IEnumerable<Requirement> requirements) =>
        string.Join(' ', requirements.Select(requirement => requirement.Identifier));

    private static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    // A name that begins like a formula is text: a spreadsheet must not calculate what a student wrote.
    private static string Cell(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return harmless.AsSpan().ContainsAny("\",\n\r;") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
