using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bernstein.Check.Reports;

/// <summary>
/// For programs: an array with an element for each folder. Fields are only ever added; the version says when one changes its meaning.
/// </summary>
public sealed class JsonReport(ReportSettings settings) : IReport
{
    private const int Version = 2;

    private static readonly JsonFormat Format = new(
        new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers) =>
        output.WriteLine(JsonSerializer.Serialize([.. answers.Select(Folder)], Format.JsonFolderArray));

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
                [
                    .. assessment.Submission.Folder.Remarks.Select(remark => new JsonRemark(
                        remark.Location.File,
                        remark.Location.Line,
                        remark.Message
                    )),
                ],
                assessment.Submission.Arrangement.Hints,
                settings.Since is null
                    ? null
                    : new JsonChanges(
                        settings.Since,
                        Names(answer.Mended),
                        Names(answer.Broke),
                        Names(answer.Gone),
                        Names(answer.StillFails),
                        Names(answer.NotSeenBefore)
                    )
            );

    private static JsonRequirement Requirement(Requirement requirement, Verdict verdict)
    {
        var place = verdict.Findings.Select(finding => finding.Location).FirstOrDefault(location => location is not null);
        return new JsonRequirement(
            requirement.Identifier,
            requirement.Severity.Word(),
            verdict.Status.Word(),
            verdict.Findings.Count == 0 ? null : string.Join("; ", verdict.Findings.Select(finding => finding.Message)),
            place?.File,
            place?.Line,
            verdict.Status == Status.Fail ? verdict.MendOf(requirement) : null,
            [
                .. verdict
                    .Findings.SelectMany(finding => finding.Mend?.Edits ?? [])
                    .Distinct()
                    .Select(edit => new JsonEdit(edit.Kind.ToString().ToLowerInvariant(), edit.File, edit.Line, edit.Path, edit.Value)),
            ]
        );
    }

    private static string[] Names(IEnumerable<Requirement> requirements) => [.. requirements.Select(requirement => requirement.Identifier)];
}
