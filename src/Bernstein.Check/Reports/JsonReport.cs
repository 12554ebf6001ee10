using System.Text.Json;

namespace Bernstein.Check.Reports;

/// <summary>
/// For programs: an array with an element for each folder. Fields are only ever added; the version says when one changes its meaning.
/// </summary>
public sealed class JsonReport(ReportSettings settings) : IReport
{
    private const int Version = 2;

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers) =>
        output.WriteLine(JsonSerializer.Serialize([.. answers.Select(Folder)], JsonFormat.Indented.JsonFolderArray));

    private JsonFolder Folder(Answer answer) =>
        answer.Assessment is not { } assessment
            ? new JsonFolder(Version, answer.Path, 0, 0, settings.Asked.Count, answer.Reason, [], [], [], null)
            : new JsonFolder(
                Version,
                answer.Path,
                assessment.Passed,
                assessment.Failed,
                assessment.NotJudged,
                null,
                [.. assessment.Outcomes.Select(outcome => Requirement(outcome.Requirement, outcome.Verdict))],
                [.. assessment.Remarks.Select(remark => new JsonRemark(remark.Location.File, remark.Location.Line, remark.Message))],
                assessment.Hints,
                settings.Since is null
                    ? null
                    : new(
                        settings.Since,
                        Names(answer.Mended),
                        Names(answer.Broke),
                        Names(answer.Gone),
                        Names(answer.StillFails),
                        Names(answer.NotSeenBefore)
                    )
            );

    private static JsonRequirement Requirement(Requirement requirement, Verdict verdict) =>
        new(
            requirement.Identifier,
            requirement.Severity.Word(),
            verdict.Status.Word(),
            verdict.Findings.Count == 0 ? null : string.Join("; ", verdict.Findings.Select(finding => finding.Message)),
            verdict.Place()?.File,
            verdict.Place()?.Line,
            verdict.Status == Status.Fail ? verdict.MendOf(requirement) : null,
            [
                .. verdict
                    .Findings.SelectMany(finding => finding.Mend?.Edits ?? [])
                    .Distinct()
                    .Select(edit => new JsonEdit($"{edit.Kind}".ToLowerInvariant(), edit.File, edit.Line, edit.Path, edit.Value)),
            ]
        );

    private static string[] Names(IEnumerable<Requirement> requirements) => [.. requirements.Select(requirement => requirement.Identifier)];
}
