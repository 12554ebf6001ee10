namespace Bernstein.Check.Reports;

/// <summary>For a spreadsheet: a row for each hand-in and a column for each requirement, with the points that it gets.</summary>
public sealed class CsvReport(ReportSettings settings) : IReport
{
    private static readonly string[] Heads = ["folder", "points", "of", "passed", "failed", "not judged", "left out", "why not judged"];

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        string[] since = settings.Since is null ? [] : ["mended", "broke"];
        foreach (var row in answers.Select(Row).Prepend([.. Heads, .. since, .. settings.Asked.Select(asked => asked.Identifier)]))
        {
            output.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }

    private string[] Row(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            return [answer.Path, "", "", "", "", "", "", answer.Reason!];
        }

        var (reached, possible) = settings.Points.Of(assessment);
        decimal[] numbers = [reached, possible, assessment.Passed, assessment.Failed, assessment.NotJudged, assessment.Remarks.Count];
        string[] since = settings.Since is null ? [] : [answer.Mended.Names(), answer.Broke.Names()];
        return
        [
            answer.Path,
            .. numbers.Select(number => number.ToString("0.##", CultureInfo.InvariantCulture)),
            "",
            .. since,
            .. assessment.Outcomes.Select(outcome => outcome.Verdict.Status.Word()),
        ];
    }

    // A name that begins like a formula is text: a spreadsheet must not calculate what a student wrote.
    private static string Cell(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return harmless.AsSpan().ContainsAny("\",\n\r;") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
