using System.Text.Json.Nodes;

namespace Bernstein.Check.Reports;

/// <summary>
/// For code review: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), with a rule for each requirement and a result for each
/// finding at its file and line, which refers to the place where its cause is told; and a notification for each folder that could not be judged.
/// </summary>
public sealed class SarifReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var rules = Json.Array(settings.Asked.Select(Rule));
        var driver = Json.Object(("name", "bernstein-check"), ("semanticVersion", ReportSettings.Version), ("rules", rules));
        var run = Json.Object(
            ("tool", Json.Object(("driver", driver))),
            ("invocations", Json.Array(Invocation(answers))),
            ("results", Json.Array(answers.SelectMany(Results)))
        );
        const string schema = "https://json.schemastore.org/sarif-2.1.0.json";
        output.WriteLine(Json.Text(Json.Object(("$schema", schema), ("version", "2.1.0"), ("runs", Json.Array(run)))));
    }

    private static JsonObject Rule(Requirement requirement) =>
        Json.Object(
            ("id", requirement.Identifier),
            ("shortDescription", Text(requirement.Sentence)),
            ("fullDescription", Text(requirement.Protects)),
            ("help", Text(requirement.Mend)),
            ("helpUri", $"{requirement.Explanation.Link}"),
            ("defaultConfiguration", Json.Object(("level", Level(requirement))))
        );

    private static JsonObject Invocation(IReadOnlyList<Answer> answers)
    {
        var unjudged =
            from answer in answers
            where answer.Reason is not null
            select Notification("error", $"{answer.Path}: {answer.Unjudged()}", answer.Path, 1);
        var remarks =
            from assessment in answers.Assessments()
            from remark in assessment.Remarks
            let path = assessment.Submission.Folder.PathOf(remark.Location.File)
            select Notification(remark.IsFault ? "error" : "note", remark.Message, path, remark.Location.Line);
        return Json.Object(
            ("executionSuccessful", answers.All(answer => answer.Reason is null)),
            ("toolExecutionNotifications", Json.Array(unjudged.Concat(remarks)))
        );
    }

    private static JsonObject Notification(string level, string message, string path, int line) =>
        Json.Object(("level", level), ("message", Text(message)), ("locations", Json.Array(Place(path, line))));

    // What was mended is told as absent; without an older hand-in nobody asks what is new.
    private IEnumerable<JsonObject> Results(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            return [];
        }

        var broke = answer.Broke.Concat(answer.NotSeenBefore).ToHashSet();
        var failing =
            from told in new FindingsByCause(assessment).All
            let state = broke.Contains(told.Requirement) ? "new" : "unchanged"
            from result in Results(assessment, told, settings.Since is null ? null : state)
            select result;
        var mended =
            from requirement in answer.Mended
            let message = $"fixed: {requirement.Sentence}. Fix: {requirement.Mend}"
            select Result(requirement, message, Place(answer.Path, 1), null, "absent");
        return failing.Concat(mended);
    }

    // A cause is told where it is told first, and others refer to that place.
    private IEnumerable<JsonObject> Results(Assessment assessment, ToldCause told, string? state)
    {
        var messages =
            told.Findings.Count > 0
                ? told.Findings.Select(finding => (Finding: finding, Text: $"{finding.Message}. {told.Mend}"))
                : [(told.Place, $"The cause is the same as for {told.Elsewhere}. {told.Mend}")];
        return from message in messages
            let fixes = told.Fixes is not null && message.Finding == told.Findings[0] ? $" {told.Fixes}." : ""
            let place = Place(assessment, told.Requirement, message.Finding)
            let origin = told is { Elsewhere: { } first, Cause.Findings: [var finding, ..] }
                ? Json.Array(Place(assessment, first, finding, $"{first}: {finding.Message}"))
                : null
            select Result(told.Requirement, message.Text + fixes, place, origin, state);
    }

    private JsonObject Result(Requirement requirement, string message, JsonObject place, JsonArray? related, string? state) =>
        Json.Known(
            ("ruleId", requirement.Identifier),
            ("ruleIndex", settings.Asked.Index().First(rule => rule.Item == requirement).Index),
            ("level", Level(requirement)),
            ("message", Text(message)),
            ("locations", Json.Array(place)),
            ("relatedLocations", related),
            ("baselineState", state)
        );

    // A file that is missing is shown where it should be; what has no place is shown at the folder.
    private static JsonObject Place(Assessment assessment, Requirement requirement, Finding finding, string? message = null)
    {
        var folder = assessment.Submission.Folder;
        return finding.Location is { } location ? Place(folder.PathOf(location.File), location.Line, message)
            : requirement.Group == "files" ? Place(folder.PathOf(requirement.Identifier["files.".Length..]), 1, message)
            : Place(folder.Path, 1, message);
    }

    private static JsonObject Place(string path, int line, string? message = null)
    {
        var address = Json.Object(("uri", Address(path)));
        var place = Json.Object(("artifactLocation", address), ("region", Json.Object(("startLine", line))));
        return Json.Known(("physicalLocation", place), ("message", message is null ? null : Text(message)));
    }

    private static string Address(string path) =>
        Path.IsPathRooted(path)
            ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', path.Split('/', '\\').Where(step => step != ".").Select(Uri.EscapeDataString));

    private static JsonObject Text(string text) => Json.Object(("text", text));

    private static string Level(Requirement requirement) => requirement.Severity == Severity.Specification ? "error" : "warning";
}
