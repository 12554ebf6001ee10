namespace Bernstein.Check.Reports;

/// <summary>For people: one folder requirement by requirement, or a row for each of several.</summary>
public sealed class TextReport(ReportSettings settings) : IReport
{
    private const int Green = 32;
    private const int Red = 31;
    private const int Yellow = 33;

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        foreach (var line in answers is [var only] ? One(only) : Rows(answers))
        {
            output.WriteLine(line);
        }

        var assessments = answers.Assessments();
        if (answers.Count - assessments.Length is > 0 and var unjudged && answers.Count > 1)
        {
            output.WriteLine($"{unjudged} of {answers.Count} could not be judged");
        }

        output.WriteLine(assessments.Sum());
    }

    private IEnumerable<string> One(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            return [Fit($"{PlainText.OneLine(answer.Path)}: not judged, because {answer.Reason}", Yellow)];
        }

        var mends = new MendText(assessment);
        return
        [
            .. assessment.Hints.Select(hint => Fit(PlainText.OneLine(hint), Yellow)),
            .. from remark in assessment.Remarks
            orderby remark.IsFault descending
            select Fit(remark.Shown(), remark.IsFault ? Red : Yellow),
            .. from change in answer.Changes()
            let colour = change.Words == "broke" ? Red : Green
            select Fit($"since {PlainText.OneLine(settings.Since!)}: {change.Words}: {change.Requirements.Names()}", colour),
            .. assessment.Outcomes.GroupBy(outcome => outcome.Requirement.Group).SelectMany(group => Group(mends, group.Key, [.. group])),
            .. assessment.NotJudged > 0 ? new[] { $"{assessment.NotJudged} not judged" } : [],
        ];
    }

    private IEnumerable<string> Group(MendText mends, string name, (Requirement Requirement, Verdict Verdict)[] group)
    {
        var judged = group.Where(outcome => outcome.Verdict.Status != Status.NotJudged).ToArray();
        var reasons = group
            .Where(outcome => outcome.Verdict.Status == Status.NotJudged)
            .ToLookup(outcome => outcome.Verdict.Findings[0].Message, outcome => outcome.Requirement);
        var failed = judged.Where(outcome => outcome.Verdict.Status == Status.Fail).ToArray();
        return judged.Length == 0 && reasons.Count == 1
            ? [Fit($"{name}: not judged: {reasons.First().Key}", Yellow)]
            :
            [
                Paint($"{name}: {judged.Length - failed.Length} of {judged.Length}", failed.Length == 0 ? Green : Red),
                .. failed.SelectMany(failure => Failure(mends, failure.Requirement, failure.Verdict)),
                .. reasons.Select(reason => Fit($"  {Paint("- " + reason.Names(), Yellow)}  not judged: {reason.Key}")),
            ];
    }

    // A line of a file stays as it is there.
    private IEnumerable<string> Failure(MendText mends, Requirement requirement, Verdict verdict) =>
        mends
            .Lines(requirement, verdict)
            .Select(line => line.StartsWith(' ') ? $"      {line}" : Fit($"      {line}"))
            .Prepend(Fit($"  {Paint($"✗ {requirement}", Red)}  {requirement.Sentence}"));

    private IEnumerable<string> Rows(IReadOnlyList<Answer> answers)
    {
        var width = answers.Select(answer => PlainText.OneLine(answer.Path).Length).Append("folder".Length).Max();
        // Below «what fails», where there is room.
        var indent = width + 18 < settings.Width / 2 ? width + 18 : 4;
        var rows =
            from answer in answers
            let path = PlainText.OneLine(answer.Path).PadRight(width)
            select answer.Assessment is not { } judged
                ? Paint($"{path}  not judged, because {answer.Reason}", Yellow)
                : Paint($"{path}  {judged.Passed, 6}  {judged.Failed, 6}  {Failing(judged)}".TrimEnd(), judged.Failed == 0 ? Green : Red);
        return rows.Select(row => TerminalLines.Fit(row, settings.Width, indent))
            .Prepend($"{"folder".PadRight(width)}  passed  failed  what fails");
    }

    private static string Failing(Assessment assessment)
    {
        var failing = assessment.Failures.Select(failure => failure.Requirement).ToArray();
        var more = failing.Length > 6 ? $" and {failing.Length - 6} more" : "";
        var leftOut = assessment.Remarks.Count is > 0 and var count ? $" ({count} left out)" : "";
        return failing.Take(6).Names() + more + leftOut;
    }

    private string Fit(string line, int colour) => Fit(Paint(line, colour));

    private string Fit(string line) => TerminalLines.Fit(line, settings.Width);

    private string Paint(string text, int colour) => settings.IsColoured ? $"\e[{colour}m{text}\e[0m" : text;
}
