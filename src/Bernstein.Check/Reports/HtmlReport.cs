using System.Net;

namespace Bernstein.Check.Reports;

/// <summary>
/// For a teacher: one page without a script and without the network, a row for each folder and a column for each requirement, and below
/// it what was found in each folder.
/// </summary>
public sealed class HtmlReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var numbered = answers.Index().ToArray();
        var assessments = answers.Assessments();
        var unjudged = answers.Count - assessments.Length;
        var parts = new Dictionary<string, string>
        {
            ["title"] = answers.Count == 1 ? Encode(answers[0].Path) : $"{answers.Count} folders",
            ["style"] = Resource.Text("report.css"),
            ["sum"] = assessments.Sum() + (unjudged > 0 ? $", {unjudged} of {answers.Count} could not be judged" : ""),
            ["time"] = $"{settings.Time:yyyy-MM-ddTHH:mm:ssZ}",
            ["date"] = settings.Time.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
            ["version"] = ReportSettings.Version,
            ["table"] = $"{new HtmlMatrix(numbered, settings.Asked)}",
            ["folders"] = Each(numbered, answer => Section(answer.Index, answer.Item)),
        };
        output.Write(Resource.Filled(Resource.Text("report.html"), name => parts[name]));
    }

    /// <summary>A text, safe for a place in the page.</summary>
    internal static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What is written for each item, one after the other.</summary>
    internal static string Each<T>(IEnumerable<T> items, Func<T, string> write) => string.Concat(items.Select(write));

    private string Section(int number, Answer answer) =>
        $"""
            <section id="f{number}" aria-labelledby="h{number}"><h2 id="h{number}">{Encode(answer.Path)}</h2>
            {(
                answer.Assessment is { } assessment
                    ? Judged(number, answer, assessment)
                    : $"<p>Not judged, because {Encode(answer.Reason!)}.</p>\n"
            )}<p><a class="back" href="#table">Back to the table</a></p>
            </section>

            """;

    private string Judged(int number, Answer answer, Assessment assessment)
    {
        var telling = new FindingsByCause(assessment);
        var failures = Each(assessment.Failures, failure => Failure(number, telling, failure.Requirement, failure.Verdict));
        var changes = Each(
            answer.Changes(),
            change =>
                $"<li>{change.Words}: {string.Join(", ", change.Requirements.Select(requirement => $"<code>{requirement}</code>"))}</li>\n"
        );
        var since = changes.Length > 0 ? $"<p>Since {Encode(settings.Since!)}:</p>\n<ul>{changes}</ul>\n" : "";
        var notJudged =
            from outcome in assessment.Outcomes
            where outcome.Verdict.Status == Status.NotJudged
            select Item(outcome.Requirement.Identifier, outcome.Verdict.Findings[0].Message);
        return $"""
            <p>{assessment.Passed} passed, {assessment.Failed} failed, {assessment.NotJudged} not judged.</p>
            {Each(assessment.Hints, hint => $"<p>{Encode(hint)}</p>\n")}{since}{Folded(
                "details open",
                "left out",
                assessment.Remarks.Select(remark => Item($"{remark.Location}", remark.Message))
            )}{failures}{Folded("details", "not judged", notJudged)}
            """;
    }

    private static string Failure(int number, FindingsByCause telling, Requirement requirement, Verdict verdict) =>
        $"""
            <details open id="f{number}-{requirement}"><summary><b class="fail" aria-hidden="true">✗</b> <code>{requirement}</code> {Encode(
                requirement.Sentence
            )}</summary>
            {Each(telling.Of(requirement, verdict), told => Told(number, told))}<p><b>What it protects from:</b> {Encode(
                requirement.Protects
            )}<br><a href="{requirement.Explanation.Link}">Read on</a></p></details>

            """;

    // The mend of a cause stands under the first requirement that fails for it, which the others lead to.
    private static string Told(int number, ToldCause told)
    {
        var items = Each(told.Findings, finding => Item($"{finding.Location}", finding.Message));
        var mend = told.Elsewhere is { } first ? $"Fixed with {Link(number, first)}." : $"<b>Fix:</b> {Encode(told.Sentence)}";
        var others = string.Join(", ", told.Others.Select(other => Link(number, other)));
        var fixes = others.Length > 0 ? $"<br>Fixes {told.Others.Count + 1}: this and {others}" : "";
        return $"{(items.Length > 0 ? $"<ul>\n{items}</ul>\n" : "")}<p>{mend}{fixes}</p>\n";
    }

    private static string Link(int number, Requirement requirement) =>
        $"""<a href="#f{number}-{requirement}"><code>{requirement}</code></a>""";

    private static string Item(string code, string text) =>
        $"<li>{(code.Length > 0 ? $"<code>{Encode(code)}</code> " : "")}{Encode(text)}</li>\n";

    // A list that can be opened and closed; nothing where nothing is in it.
    private static string Folded(string tag, string words, IEnumerable<string> items) =>
        items.ToArray() is { Length: > 0 } all
            ? $"<{tag}><summary>{all.Length} {words}</summary><ul>\n{string.Concat(all)}</ul></details>\n"
            : "";
}
