using System.Text.Json.Nodes;

namespace Bernstein.Check.Reports;

/// <summary>
/// For programs: an array with an element for each folder. Fields are only ever added; the version says when one changes its meaning.
/// </summary>
public sealed class JsonReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers) => output.WriteLine(Json.Text(Json.Array(answers.Select(Folder))));

    private JsonObject Folder(Answer answer)
    {
        var folder = Json.Object(
            ("version", 2),
            ("folder", answer.Path),
            ("passed", answer.Assessment?.Passed ?? 0),
            ("failed", answer.Assessment?.Failed ?? 0),
            ("notJudged", answer.Assessment?.NotJudged ?? settings.Asked.Count),
            ("reason", answer.Reason),
            ("requirements", Json.Array((answer.Assessment?.Outcomes ?? []).Select(outcome => Of(outcome.Requirement, outcome.Verdict)))),
            ("remarks", Json.Array((answer.Assessment?.Remarks ?? []).Select(Of))),
            ("hints", Json.Array((answer.Assessment?.Hints ?? []).Select(hint => (JsonNode)hint)))
        );
        if (answer.Assessment is not null && settings.Since is not null)
        {
            folder["since"] = Json.Object(
                ("folder", settings.Since),
                ("mended", Json.Array(answer.Mended)),
                ("broke", Json.Array(answer.Broke)),
                ("gone", Json.Array(answer.Gone)),
                ("stillFails", Json.Array(answer.StillFails)),
                ("notSeenBefore", Json.Array(answer.NotSeenBefore))
            );
        }

        return folder;
    }

    private static JsonObject Of(Requirement requirement, Verdict verdict) =>
        Json.Object(
            ("id", requirement.Identifier),
            ("severity", requirement.Severity.Word()),
            ("status", verdict.Status.Word()),
            ("message", verdict.Findings.Count == 0 ? null : string.Join("; ", verdict.Findings.Select(finding => finding.Message))),
            ("file", verdict.Place()?.File),
            ("line", verdict.Place()?.Line),
            ("mend", verdict.Status == Status.Fail ? verdict.MendOf(requirement) : null),
            ("edits", Json.Array(verdict.Findings.SelectMany(finding => finding.Mend?.Edits ?? []).Distinct().Select(Of)))
        );

    // Of the object that begins at the line, what stands at the path.
    private static JsonObject Of(Edit edit) =>
        Json.Object(
            ("kind", $"{edit.Kind}".ToLowerInvariant()),
            ("file", edit.File),
            ("line", edit.Line),
            ("path", edit.Path),
            ("value", edit.Value)
        );

    private static JsonObject Of(Remark remark) =>
        Json.Object(("file", remark.Location.File), ("line", remark.Location.Line), ("message", remark.Message));
}
