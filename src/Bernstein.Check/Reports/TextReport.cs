using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>For people: one folder requirement by requirement, or a row for each of several.</summary>
/// <param name="isColoured">Whether the output is a terminal that shows colours.</param>
public sealed class TextReport(bool isColoured) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        if (assessments.Count == 1)
        {
            WriteOne(output, assessments[0]);
        }
        else
        {
            WriteRows(output, assessments);
        }

        output.WriteLine(
            $"{assessments.Sum(assessment => assessment.Passed)} passed, {assessments.Sum(assessment => assessment.Failed)} failed"
        );
    }

    private void WriteOne(TextWriter output, Assessment assessment)
    {
        foreach (var hint in assessment.Submission.Arrangement.Hints)
        {
            output.WriteLine(Paint(hint, 33));
        }

        foreach (var group in assessment.Outcomes.GroupBy(outcome => outcome.Requirement.Group))
        {
            var judged = group.Where(outcome => outcome.Verdict.Status != Status.NotJudged).ToArray();
            var passed = judged.Count(outcome => outcome.Verdict.Status == Status.Pass);
            output.WriteLine(Paint($"{group.Key}: {passed} of {judged.Length}", passed == judged.Length ? 32 : 31));
            foreach (var (requirement, verdict) in group.Where(outcome => outcome.Verdict.Status == Status.Fail))
            {
                output.WriteLine($"  {Paint("✗ " + requirement.Identifier, 31)}  {requirement.Sentence}");
                foreach (var finding in verdict.Findings)
                {
                    output.WriteLine($"      {(finding.Location is null ? "" : $"{finding.Location}: ")}{finding.Message}");
                }

                output.WriteLine($"      Mend: {requirement.Mend}");
            }

            foreach (var (requirement, verdict) in group.Where(outcome => outcome.Verdict.Status == Status.NotJudged))
            {
                output.WriteLine($"  {Paint("- " + requirement.Identifier, 33)}  not judged: {verdict.Findings[0].Message}");
            }
        }

        foreach (var remark in assessment.Submission.Folder.Remarks)
        {
            output.WriteLine($"{remark.Location}: {remark.Message}");
        }

        if (assessment.NotJudged > 0)
        {
            output.WriteLine($"{assessment.NotJudged} not judged");
        }
    }

    private void WriteRows(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        var width = Math.Max("folder".Length, assessments.Max(assessment => assessment.Submission.Folder.Path.Length));
        output.WriteLine($"{"folder".PadRight(width)}  passed  failed  what fails");
        foreach (var assessment in assessments)
        {
            var failing = assessment.Failures.Select(failure => failure.Requirement.Identifier).ToArray();
            var shown = string.Join(' ', failing.Take(6)) + (failing.Length > 6 ? $" and {failing.Length - 6} more" : "");
            output.WriteLine(
                Paint(
                    $"{assessment.Submission.Folder.Path.PadRight(width)}  {assessment.Passed, 6}  {assessment.Failed, 6}  {shown}".TrimEnd(),
                    assessment.Failed == 0 ? 32 : 31
                )
            );
        }
    }

    private string Paint(string text, int colour) => isColoured ? $"\e[{colour}m{text}\e[0m" : text;
}
