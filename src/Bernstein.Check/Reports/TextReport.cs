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
        if (answers is [var only])
        {
            WriteOne(output, only);
        }
        else
        {
            WriteRows(output, answers);
        }

        var assessments = answers.Select(answer => answer.Assessment).OfType<Assessment>().ToArray();
        if (answers.Count - assessments.Length is > 0 and var unjudged && answers.Count > 1)
        {
            output.WriteLine($"{unjudged} of {answers.Count} could not be judged");
        }

        output.WriteLine(
            $"{assessments.Sum(assessment => assessment.Passed)} passed, {assessments.Sum(assessment => assessment.Failed)} failed"
        );
    }

    private void WriteOne(TextWriter output, Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            output.WriteLine(Fit(Paint($"{PlainText.OneLine(answer.Path)}: not judged, because {answer.Reason}", Yellow)));
            return;
        }

        foreach (var hint in assessment.Submission.Arrangement.Hints)
        {
            output.WriteLine(Fit(Paint(PlainText.OneLine(hint), Yellow)));
        }

        foreach (var remark in assessment.Submission.Folder.Remarks.OrderByDescending(remark => remark.IsFault))
        {
            output.WriteLine(Fit(Paint($"{remark.Location}: {remark.Message}", remark.IsFault ? Red : Yellow)));
        }

        foreach (var (words, requirements) in answer.Changes())
        {
            var names = string.Join(' ', requirements.Select(requirement => requirement.Identifier));
            output.WriteLine(Fit(Paint($"since {PlainText.OneLine(settings.Since!)}: {words}: {names}", words == "broke" ? Red : Green)));
        }

        var mends = new MendText(assessment);
        foreach (var group in assessment.Outcomes.GroupBy(outcome => outcome.Requirement.Group))
        {
            WriteGroup(output, mends, group.Key, [.. group]);
        }

        if (assessment.NotJudged > 0)
        {
            output.WriteLine($"{assessment.NotJudged} not judged");
        }
    }

    private void WriteGroup(TextWriter output, MendText mends, string name, (Requirement Requirement, Verdict Verdict)[] group)
    {
        var judged = group.Where(outcome => outcome.Verdict.Status != Status.NotJudged).ToArray();
        var reasons = group
            .Where(outcome => outcome.Verdict.Status == Status.NotJudged)
            .GroupBy(outcome => outcome.Verdict.Findings[0].Message)
            .ToArray();
        if (judged.Length == 0 && reasons.Length == 1)
        {
            output.WriteLine(Fit(Paint($"{name}: not judged: {reasons[0].Key}", Yellow)));
            return;
        }

        var passed = judged.Count(outcome => outcome.Verdict.Status == Status.Pass);
        output.WriteLine(Paint($"{name}: {passed} of {judged.Length}", passed == judged.Length ? Green : Red));
        foreach (var (requirement, verdict) in group.Where(outcome => outcome.Verdict.Status == Status.Fail))
        {
            output.WriteLine(Fit($"  {Paint("✗ " + requirement.Identifier, Red)}  {requirement.Sentence}"));
            foreach (var line in mends.Lines(requirement, verdict))
            {
                // A line of a file stays as it is there.
                output.WriteLine(line.StartsWith(' ') ? $"      {line}" : Fit($"      {line}"));
            }
        }

        foreach (var reason in reasons)
        {
            var names = string.Join(' ', reason.Select(outcome => outcome.Requirement.Identifier));
            output.WriteLine(Fit($"  {Paint("- " + names, Yellow)}  not judged: {reason.Key}"));
        }
    }

    private void WriteRows(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var rows = answers.Select(answer => (Path: PlainText.OneLine(answer.Path), Answer: answer)).ToArray();
        var width = Math.Max("folder".Length, rows.Max(row => row.Path.Length));
        output.WriteLine($"{"folder".PadRight(width)}  passed  failed  what fails");
        // Below «what fails», where there is room.
        var indent = width + 18 < settings.Width / 2 ? width + 18 : 4;
        foreach (var (path, answer) in rows)
        {
            output.WriteLine(
                TerminalLines.Fit(
                    answer.Assessment is { } assessment
                        ? Paint(
                            $"{path.PadRight(width)}  {assessment.Passed, 6}  {assessment.Failed, 6}  {Shown(assessment)}".TrimEnd(),
                            assessment.Failed == 0 ? Green : Red
                        )
                        : Paint($"{path.PadRight(width)}  not judged, because {answer.Reason}", Yellow),
                    settings.Width,
                    indent
                )
            );
        }
    }

    private static string Shown(Assessment assessment)
    {
        var failing = assessment.Failures.Select(failure => failure.Requirement.Identifier).ToArray();
        var more = failing.Length > 6 ? $" and {failing.Length - 6} more" : "";
        var leftOut = assessment.Submission.Folder.Remarks.Count() is > 0 and var count ? $" ({count} left out)" : "";
        return string.Join(' ', failing.Take(6)) + more + leftOut;
    }

    private string Fit(string line) => TerminalLines.Fit(line, settings.Width);

    private string Paint(string text, int colour) => settings.IsColoured ? $"\e[{colour}m{text}\e[0m" : text;
}
