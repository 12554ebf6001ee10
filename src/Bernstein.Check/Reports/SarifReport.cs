using System.Text.Json;

namespace Bernstein.Check.Reports;

/// <summary>
/// For code review: SARIF, with a rule for each requirement and a result for each finding at its file and line, which refers to the place where
/// its cause is told; and a notification for each folder that could not be judged.
/// </summary>
public sealed class SarifReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var driver = new SarifDriver("bernstein-check", ReportSettings.Version, [.. settings.Asked.Select(Rule)]);
        var run = new SarifRun(new(driver), [Invocation(answers)], [.. answers.SelectMany(Results)]);
        var log = new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [run]);
        output.WriteLine(JsonSerializer.Serialize(log, JsonFormat.Indented.SarifLog));
    }

    private static SarifRule Rule(Requirement requirement) =>
        new(
            requirement.Identifier,
            new(requirement.Sentence),
            new(requirement.Protects),
            new(requirement.Mend),
            requirement.Explanation.Link.ToString(),
            new(Level(requirement))
        );

    private static SarifInvocation Invocation(IReadOnlyList<Answer> answers)
    {
        var unjudged =
            from answer in answers
            where answer.Reason is not null
            let message = $"{answer.Path}: not judged, because {answer.Reason}"
            select new SarifNotification("error", new(message), [Place(answer.Path, 1)]);
        var remarks =
            from assessment in answers.Assessments()
            from remark in assessment.Remarks
            let place = Place(assessment.Submission.Folder.PathOf(remark.Location.File), remark.Location.Line)
            select new SarifNotification(remark.IsFault ? "error" : "note", new(remark.Message), [place]);
        return new(answers.All(answer => answer.Reason is null), [.. unjudged, .. remarks]);
    }

    // What was mended is told as absent; without an older hand-in nobody asks what is new.
    private IEnumerable<SarifResult> Results(Answer answer)
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
    private IEnumerable<SarifResult> Results(Assessment assessment, ToldCause told, string? state)
    {
        SarifPlace[]? related = told is { Elsewhere: { } first, Cause.Findings: [var origin, ..] }
            ? [PlaceOf(assessment, first, origin) with { Message = new($"{first}: {origin.Message}") }]
            : null;
        var messages =
            told.Findings.Count > 0
                ? told.Findings.Select(finding => (Finding: finding, Text: $"{finding.Message}. {told.Mend}"))
                : [(told.Place, $"The cause is the same as for {told.Elsewhere}. {told.Mend}")];
        return from message in messages
            let fixes = told.Fixes is not null && message.Finding == told.Findings[0] ? $" {told.Fixes}." : ""
            let place = PlaceOf(assessment, told.Requirement, message.Finding)
            select Result(told.Requirement, message.Text + fixes, place, related, state);
    }

    private SarifResult Result(Requirement requirement, string message, SarifPlace place, SarifPlace[]? related, string? state)
    {
        var index = settings.Asked.Index().First(rule => rule.Item == requirement).Index;
        return new(requirement.Identifier, index, Level(requirement), new(message), [place], related, state);
    }

    // A file that is missing is shown where it should be; what has no place is shown at the folder.
    private static SarifPlace PlaceOf(Assessment assessment, Requirement requirement, Finding finding)
    {
        var folder = assessment.Submission.Folder;
        return finding.Location is { } location ? Place(folder.PathOf(location.File), location.Line)
            : requirement.Group == "files" ? Place(folder.PathOf(requirement.Identifier["files.".Length..]), 1)
            : Place(folder.Path, 1);
    }

    private static SarifPlace Place(string path, int line) => new(new(new(Address(path)), new(line)));

    private static string Address(string path) =>
        Path.IsPathRooted(path)
            ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', path.Split('/', '\\').Where(step => step != ".").Select(Uri.EscapeDataString));

    private static string Level(Requirement requirement) => requirement.Severity == Severity.Specification ? "error" : "warning";
}
