using System.Net;
using System.Reflection;

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
        var assessments = answers.Select(answer => answer.Assessment).OfType<Assessment>().ToArray();
        var (passed, failed) = (assessments.Sum(assessment => assessment.Passed), assessments.Sum(assessment => assessment.Failed));
        var title = answers.Count == 1 ? Encode(answers[0].Path) : $"{answers.Count} folders";
        output.Write(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Bernstein: {title}</title>
            <style>
            {Style()}</style>
            </head>
            <body>
            <a class="skip" href="#folders">Skip to what was found in each folder</a>
            <header><h1>Bernstein: {title}</h1>
            <p>{passed} passed, {failed} failed{Unjudged(answers)}. Judged on <time datetime="{settings.Time:yyyy-MM-ddTHH:mm:ssZ}">{Date(
                settings.Time
            )}</time> by bernstein-check {ReportSettings.Version}.</p>
            </header>
            <main>
            <div id="table" tabindex="-1">
            {new HtmlMatrix(numbered, settings.Asked)}</div>
            <div id="folders" tabindex="-1">
            {Each(numbered, answer => Section(answer.Index, answer.Item))}</div>
            </main>
            </body>
            </html>

            """
        );
    }

    /// <summary>A text, safe for a place in the page.</summary>
    internal static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What is written for each item, one after the other.</summary>
    internal static string Each<T>(IEnumerable<T> items, Func<T, string> write) => string.Concat(items.Select(write));

    private static string Unjudged(IReadOnlyList<Answer> answers) =>
        answers.Count(answer => answer.Reason is not null) is > 0 and var count ? $", {count} of {answers.Count} could not be judged" : "";

    private static string Date(DateTimeOffset time) => time.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

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
                $"<li>{change.Words}: {string.Join(", ", change.Requirements.Select(requirement => $"<code>{requirement.Identifier}</code>"))}</li>\n"
        );
        var hints = Each(assessment.Submission.Arrangement.Hints, hint => $"<p>{Encode(hint)}</p>\n");
        var since = changes.Length > 0 ? $"<p>Since {Encode(settings.Since!)}:</p>\n<ul>{changes}</ul>\n" : "";
        return $"""
            <p>{assessment.Passed} passed, {assessment.Failed} failed, {assessment.NotJudged} not judged.</p>
            {hints}{since}{LeftOut(assessment)}{failures}{NotJudged(assessment)}
            """;
    }

    private static string Failure(int number, FindingsByCause telling, Requirement requirement, Verdict verdict)
    {
        var (id, sentence, protects) = (requirement.Identifier, Encode(requirement.Sentence), Encode(requirement.Protects));
        return $"""
            <details open id="f{number}-{id}"><summary><b class="fail" aria-hidden="true">✗</b> <code>{id}</code> {sentence}</summary>
            {Each(telling.Of(requirement, verdict), told => Told(number, told))}<p><b>What it protects from:</b> {protects}<br><a href="{Explanation
                .Of(requirement)
                .Link}">Read on</a></p></details>

            """;
    }

    // The mend of a cause stands under the first requirement that fails for it, which the others lead to.
    private static string Told(int number, ToldCause told)
    {
        var items = Each(
            told.Findings,
            finding =>
                $"<li>{(finding.Location is { } location ? $"<code>{Encode($"{location}")}</code> " : "")}{Encode(finding.Message)}</li>\n"
        );
        var mend = told.Elsewhere is { } first
            ? $"Fixed with {Link(number, first)}."
            : $"<b>Fix:</b> {Encode(told.Cause?.Mend.Sentence ?? told.Requirement.Mend)}";
        var fixes =
            told.Others.Count > 0
                ? $"<br>Fixes {told.Others.Count + 1}: this and {string.Join(", ", told.Others.Select(other => Link(number, other)))}"
                : "";
        return $"{(items.Length > 0 ? $"<ul>\n{items}</ul>\n" : "")}<p>{mend}{fixes}</p>\n";
    }

    private static string Link(int number, Requirement requirement) =>
        $"""<a href="#f{number}-{requirement.Identifier}"><code>{requirement.Identifier}</code></a>""";

    private static string LeftOut(Assessment assessment)
    {
        var remarks = assessment.Submission.Folder.Remarks.ToArray();
        var items = Each(remarks, remark => $"<li><code>{Encode($"{remark.Location}")}</code> {Encode(remark.Message)}</li>\n");
        return remarks.Length > 0 ? $"<details open><summary>{remarks.Length} left out</summary><ul>\n{items}</ul></details>\n" : "";
    }

    private static string NotJudged(Assessment assessment)
    {
        var items = Each(
            assessment.Outcomes.Where(outcome => outcome.Verdict.Status == Status.NotJudged),
            outcome => $"<li><code>{outcome.Requirement.Identifier}</code> {Encode(outcome.Verdict.Findings[0].Message)}</li>\n"
        );
        return items.Length > 0 ? $"<details><summary>{assessment.NotJudged} not judged</summary><ul>\n{items}</ul></details>\n" : "";
    }

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
