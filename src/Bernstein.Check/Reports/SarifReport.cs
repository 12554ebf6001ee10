using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bernstein.Check.Reports;

/// <summary>
/// For code review: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), with a rule for each requirement and a result for
/// each finding at its file and line, which refers to the place where its cause is told; and a notification for each folder that could not be judged.
/// </summary>
public sealed class SarifReport(ReportSettings settings) : IReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject { ["driver"] = Driver() },
                    ["invocations"] = new JsonArray(Invocation(answers)),
                    ["results"] = List(answers.SelectMany(Results)),
                }
            ),
        };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            log.WriteTo(writer);
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private JsonObject Driver() =>
        new()
        {
            ["name"] = "bernstein-check",
            ["semanticVersion"] = ReportSettings.Version,
            ["rules"] = List(
                settings.Asked.Select(requirement => new JsonObject
                {
                    ["id"] = requirement.Identifier,
                    ["shortDescription"] = Text(requirement.Sentence),
                    ["fullDescription"] = Text(requirement.Protects),
                    ["help"] = Text(requirement.Mend),
                    ["helpUri"] = Explanation.Of(requirement).Link.ToString(),
                    ["defaultConfiguration"] = new JsonObject { ["level"] = Level(requirement) },
                })
            ),
        };

    private static JsonObject Invocation(IReadOnlyList<Answer> answers)
    {
        var unjudged = answers
            .Where(answer => answer.Reason is not null)
            .Select(answer => Notification("error", $"{answer.Path}: not judged, because {answer.Reason}", answer.Path, 1));
        var remarks =
            from assessment in answers.Select(answer => answer.Assessment).OfType<Assessment>()
            let folder = assessment.Submission.Folder
            from remark in folder.Remarks
            select Notification(
                remark.IsFault ? "error" : "note",
                remark.Message,
                folder.PathOf(remark.Location.File),
                remark.Location.Line
            );
        return new JsonObject
        {
            ["executionSuccessful"] = answers.All(answer => answer.Reason is null),
            ["toolExecutionNotifications"] = List(unjudged.Concat(remarks)),
        };
    }

    private static JsonObject Notification(string level, string message, string path, int line) =>
        new()
        {
            ["level"] = level,
            ["message"] = Text(message),
            ["locations"] = new JsonArray(Place(path, line)),
        };

    // What was mended is told as absent; without an older hand-in nobody asks what is new.
    private IEnumerable<JsonObject> Results(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            yield break;
        }

        var telling = new FindingsByCause(assessment);
        var broke = answer.Broke.Concat(answer.NotSeenBefore).Select(requirement => requirement.Identifier).ToHashSet();
        foreach (var (requirement, verdict) in assessment.Failures)
        {
            var state =
                settings.Since is null ? null
                : broke.Contains(requirement.Identifier) ? "new"
                : "unchanged";
            foreach (var result in telling.Of(requirement, verdict).SelectMany(told => Results(assessment, told)))
            {
                yield return WithState(result, state);
            }
        }

        foreach (var requirement in answer.Mended)
        {
            yield return WithState(
                Result(requirement, $"fixed: {requirement.Sentence}. Fix: {requirement.Mend}", answer.Path, 1),
                "absent"
            );
        }
    }

    // A cause is told where it is told first, and others refer to that place.
    private IEnumerable<JsonObject> Results(Assessment assessment, ToldCause told)
    {
        var messages =
            told.Findings.Count > 0
                ? told.Findings.Select(finding => (Finding: finding, Text: $"{finding.Message}. {told.Mend}"))
                : [(told.Place, $"The cause is the same as for {told.Elsewhere!.Identifier}. {told.Mend}")];
        foreach (var (finding, text) in messages)
        {
            var result = Result(
                told.Requirement,
                told.Fixes is { } fixes && finding == told.Findings[0] ? $"{text} {fixes}." : text,
                PathOf(assessment, told.Requirement, finding),
                finding.Location?.Line ?? 1
            );
            if (told is { Elsewhere: { } first, Origin: { } origin })
            {
                var related = Place(PathOf(assessment, first, origin), origin.Location?.Line ?? 1);
                related["message"] = Text($"{first.Identifier}: {origin.Message}");
                result["relatedLocations"] = List([related]);
            }

            yield return result;
        }
    }

    private JsonObject Result(Requirement requirement, string message, string path, int line) =>
        new()
        {
            ["ruleId"] = requirement.Identifier,
            ["ruleIndex"] = settings.Asked.Index().First(rule => rule.Item == requirement).Index,
            ["level"] = Level(requirement),
            ["message"] = Text(message),
            ["locations"] = new JsonArray(Place(path, line)),
        };

    private static JsonObject WithState(JsonObject result, string? state)
    {
        if (state is not null)
        {
            result["baselineState"] = state;
        }

        return result;
    }

    // A file that is missing is shown where it should be; what has no place is shown at the folder.
    private static string PathOf(Assessment assessment, Requirement requirement, Finding finding) =>
        finding.Location is { } location ? assessment.Submission.Folder.PathOf(location.File)
        : requirement.Group == "files" ? assessment.Submission.Folder.PathOf(requirement.Identifier["files.".Length..])
        : assessment.Submission.Folder.Path;

    private static JsonObject Place(string path, int line) =>
        new()
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = Address(path) },
                ["region"] = new JsonObject { ["startLine"] = line },
            },
        };

    private static string Address(string path) =>
        Path.IsPathRooted(path)
            ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', path.Split('/', '\\').Where(step => step != ".").Select(Uri.EscapeDataString));

    private static string Level(Requirement requirement) => requirement.Severity == Severity.Specification ? "error" : "warning";

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);
}
