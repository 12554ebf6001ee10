using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>
/// For programs: an array with an element for each folder. Fields are only ever added; the version says when one changes its meaning.
/// </summary>
public sealed class JsonReport : IReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Assessment> assessments) =>
        output.WriteLine(JsonSerializer.Serialize(assessments.Select(Folder), Options));

    private static object Folder(Assessment assessment) =>
        new
        {
            Version = 1,
            Folder = assessment.Submission.Folder.Path,
            assessment.Passed,
            assessment.Failed,
            assessment.NotJudged,
            Requirements = assessment.Outcomes.Select(outcome => Requirement(outcome.Requirement, outcome.Verdict)),
            Remarks = assessment.Submission.Folder.Remarks.Select(remark => new
            {
                remark.Location.File,
                remark.Location.Line,
                remark.Message,
            }),
        };

    private static object Requirement(Requirement requirement, Verdict verdict)
    {
        var place = verdict.Findings.Select(finding => finding.Location).FirstOrDefault(location => location is not null);
        return new
        {
            Id = requirement.Identifier,
            requirement.Severity,
            verdict.Status,
            Message = verdict.Findings.Count == 0 ? null : string.Join("; ", verdict.Findings.Select(finding => finding.Message)),
            place?.File,
            place?.Line,
            Mend = verdict.Status == Status.Fail ? requirement.Mend : null,
        };
    }
}
