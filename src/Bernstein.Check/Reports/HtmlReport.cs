using System.Net;
using System.Reflection;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>For a teacher: one page without a script and without the network, a row for each folder and a column for each requirement.</summary>
public sealed class HtmlReport : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        output.WriteLine("<!doctype html>");
        output.WriteLine("<html lang=\"en\">");
        output.WriteLine("<meta charset=\"utf-8\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width\">");
        output.WriteLine("<meta name=\"color-scheme\" content=\"light dark\">");
        output.WriteLine($"<title>Bernstein: {assessments.Count} {(assessments.Count == 1 ? "folder" : "folders")}</title>");
        output.WriteLine($"<style>\n{Style()}</style>");
        output.WriteLine("<h1>Bernstein</h1>");
        output.WriteLine(
            $"<p>{assessments.Sum(assessment => assessment.Passed)} passed, {assessments.Sum(assessment => assessment.Failed)} failed. <b class=\"pass\">✓</b> holds, <b class=\"fail\">✗</b> does not hold: follow it to the reason and the mend, <b class=\"not-judged\">–</b> not judged.</p>"
        );
        WriteMatrix(output, assessments);
        foreach (var (assessment, folder) in assessments.Select((assessment, folder) => (assessment, folder)))
        {
            WriteFolder(output, assessment, folder);
        }

        output.WriteLine("</html>");
    }

    private static void WriteMatrix(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        output.WriteLine("<div class=\"matrix\" role=\"region\" aria-label=\"Matrix\" tabindex=\"0\"><table>");
        output.Write("<thead><tr><th scope=\"col\">folder</th><th scope=\"col\">failed</th>");
        foreach (var group in Catalogue.All.GroupBy(requirement => requirement.Identifier.Split('.')[0]))
        {
            output.Write($"<th scope=\"colgroup\" class=\"group\" colspan=\"{group.Count()}\">{group.Key}</th>");
        }

        output.WriteLine("</tr></thead><tbody>");
        foreach (var (assessment, folder) in assessments.Select((assessment, folder) => (assessment, folder)))
        {
            output.Write(
                $"<tr><th scope=\"row\"><a href=\"#f{folder}\">{Encode(assessment.Submission.Folder.Path)}</a></th><td class=\"count\">{assessment.Failed}</td>"
            );
            var before = "";
            foreach (var (requirement, verdict) in assessment.Outcomes)
            {
                var group = requirement.Identifier.Split('.')[0];
                var label = $"{requirement.Identifier}: {Words(verdict.Status)}";
                output.Write($"<td class=\"{Class(verdict.Status)}{(group == before ? "" : " first")}\" title=\"{label}\">");
                output.Write(
                    verdict.Status == Status.Fail
                        ? $"<a href=\"#f{folder}-{requirement.Identifier}\" aria-label=\"{label}\">✗</a></td>"
                        : $"<span role=\"img\" aria-label=\"{label}\">{(verdict.Status == Status.Pass ? "✓" : "–")}</span></td>"
                );
                before = group;
            }

            output.WriteLine("</tr>");
        }

        output.WriteLine("</tbody></table></div>");
    }

    private static void WriteFolder(TextWriter output, Assessment assessment, int folder)
    {
        output.WriteLine($"<section id=\"f{folder}\"><h2>{Encode(assessment.Submission.Folder.Path)}</h2>");
        output.WriteLine($"<p>{assessment.Passed} passed, {assessment.Failed} failed, {assessment.NotJudged} not judged.</p>");
        foreach (var (requirement, verdict) in assessment.Outcomes.Where(outcome => outcome.Verdict.Status == Status.Fail))
        {
            output.WriteLine(
                $"<details open id=\"f{folder}-{requirement.Identifier}\"><summary><b class=\"fail\">✗</b> <code>{requirement.Identifier}</code> {Encode(requirement.Sentence)}</summary><ul>"
            );
            foreach (var finding in verdict.Findings)
            {
                output.WriteLine(
                    $"<li>{(finding.Location is null ? "" : $"<code>{Encode(finding.Location.ToString())}</code> ")}{Encode(finding.Message)}</li>"
                );
            }

            output.WriteLine(
                $"</ul><p><b>Mend:</b> {Encode(requirement.Mend)}<br><b>What it protects from:</b> {Encode(requirement.Protects)}</p></details>"
            );
        }

        var remarks = assessment.Submission.Folder.Remarks.ToArray();
        if (remarks.Length > 0)
        {
            output.WriteLine(
                $"<details><summary>{remarks.Length} left out</summary><ul>{string.Concat(remarks.Select(remark => $"<li><code>{Encode(remark.Location.ToString())}</code> {Encode(remark.Message)}</li>"))}</ul></details>"
            );
        }

        output.WriteLine("</section>");
    }

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
