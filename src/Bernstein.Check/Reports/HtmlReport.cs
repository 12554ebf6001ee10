using System.Net;
using System.Reflection;
using Bernstein.Check.Requirements;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Reports;

/// <summary>
/// For a teacher: one page without a script and without the network, a row for each folder and a column for each requirement.
/// </summary>
public sealed class HtmlReport : IReport
{
    private const string Legend =
        """<b class="pass">✓</b> holds, <b class="fail">✗</b> does not hold: follow it to the reason and the mend, """
        + """<b class="not-judged">–</b> not judged.""";

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        var (passed, failed) = (assessments.Sum(assessment => assessment.Passed), assessments.Sum(assessment => assessment.Failed));
        output.Write(
            $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>Bernstein: {assessments.Count} {(assessments.Count == 1 ? "folder" : "folders")}</title>
            <style>
            {Style()}</style>
            <h1>Bernstein</h1>
            <p>{passed} passed, {failed} failed. {Legend}</p>
            <div class="matrix" role="region" aria-label="Matrix" tabindex="0"><table>
            <thead><tr><th scope="col">folder</th><th scope="col">failed</th>{Heads()}</tr></thead><tbody>
            {Each(assessments.Index(), folder => Row(folder.Index, folder.Item))}</tbody></table></div>
            {Each(assessments.Index(), folder => Section(folder.Index, folder.Item))}</html>

            """
        );
    }

    private static string Heads() =>
        Each(
            Catalogue.All.GroupBy(requirement => requirement.Group),
            group => $"""<th scope="colgroup" class="group" colspan="{group.Count()}">{group.Key}</th>"""
        );

    private static string Row(int number, Assessment assessment)
    {
        var cells = Each(
            assessment.Outcomes.GroupBy(outcome => outcome.Requirement.Group),
            group => Each(group.Index(), cell => Cell(number, cell.Item.Requirement, cell.Item.Verdict.Status, cell.Index == 0))
        );
        var head = $"""<th scope="row"><a href="#f{number}">{Path(assessment)}</a></th><td class="count">{assessment.Failed}</td>""";
        return $"<tr>{head}{cells}</tr>\n";
    }

    private static string Cell(int number, Requirement requirement, Status status, bool isFirst)
    {
        var label = $"{requirement.Identifier}: {Words(status)}";
        var mark =
            status == Status.Fail
                ? $"""<a href="#f{number}-{requirement.Identifier}" aria-label="{label}">✗</a>"""
                : $"""<span role="img" aria-label="{label}">{(status == Status.Pass ? "✓" : "–")}</span>""";
        return $"""<td class="{Class(status)}{(isFirst ? " first" : "")}" title="{label}">{mark}</td>""";
    }

    private static string Section(int number, Assessment assessment)
    {
        var failures = Each(assessment.Failures, failure => Failure(number, failure.Requirement, failure.Verdict));
        return $"""
            <section id="f{number}"><h2>{Path(assessment)}</h2>
            <p>{assessment.Passed} passed, {assessment.Failed} failed, {assessment.NotJudged} not judged.</p>
            {failures}{LeftOut([.. assessment.Submission.Folder.Remarks])}</section>

            """;
    }

    private static string Failure(int number, Requirement requirement, Verdict verdict)
    {
        var (id, sentence) = (requirement.Identifier, Encode(requirement.Sentence));
        var (mend, protects) = (Encode(requirement.Mend), Encode(requirement.Protects));
        return $"""
            <details open id="f{number}-{id}"><summary><b class="fail">✗</b> <code>{id}</code> {sentence}</summary><ul>
            {Each(verdict.Findings, Item)}</ul><p><b>Mend:</b> {mend}<br><b>What it protects from:</b> {protects}</p></details>

            """;
    }

    private static string Item(Finding finding) =>
        $"<li>{(finding.Location is { } location ? $"<code>{Encode($"{location}")}</code> " : "")}{Encode(finding.Message)}</li>\n";

    private static string LeftOut(IReadOnlyList<Remark> remarks)
    {
        var items = Each(remarks, remark => $"<li><code>{Encode($"{remark.Location}")}</code> {Encode(remark.Message)}</li>");
        return remarks.Count > 0 ? $"<details><summary>{remarks.Count} left out</summary><ul>{items}</ul></details>\n" : "";
    }

    private static string Each<T>(IEnumerable<T> items, Func<T, string> write) => string.Concat(items.Select(write));

    private static string Path(Assessment assessment) => Encode(assessment.Submission.Folder.Path);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Class(Status status) =>
        status switch
        {
            Status.Pass => "pass",
            Status.Fail => "fail",
            _ => "not-judged",
        };

    private static string Words(Status status) =>
        status switch
        {
            Status.Pass => "holds",
            Status.Fail => "does not hold",
            _ => "not judged",
        };

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
