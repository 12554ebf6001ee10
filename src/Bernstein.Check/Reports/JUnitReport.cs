using System.Xml;
using System.Xml.Linq;

namespace Bernstein.Check.Reports;

/// <summary>
/// For CI servers: a JUnit test suite for each folder, a test case for each requirement, with the file and the line of what was found, what
/// has one cause told once. A folder that could not be judged is a suite with an error.
/// </summary>
public sealed class JUnitReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var indented = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        using (var xml = XmlWriter.Create(output, indented))
        {
            new XElement("testsuites", answers.Select(Suite)).WriteTo(xml);
        }

        output.WriteLine();
    }

    private XElement Suite(Answer answer) => answer.Assessment is { } assessment ? Judged(answer, assessment) : NotJudged(answer);

    private XElement Judged(Answer answer, Assessment assessment)
    {
        var mends = new MendText(assessment);
        return new(
            "testsuite",
            new XAttribute("name", Clean(answer.Path)),
            new XAttribute("tests", assessment.Outcomes.Count),
            new XAttribute("failures", assessment.Failed),
            new XAttribute("errors", 0),
            new XAttribute("skipped", assessment.NotJudged),
            assessment.Outcomes.Select(outcome => Case(assessment, mends, outcome.Requirement, outcome.Verdict)),
            Told(answer, assessment) is { Length: > 0 } lines ? new XElement("system-out", Clean(string.Join('\n', lines))) : null
        );
    }

    private static XElement NotJudged(Answer answer) =>
        new(
            "testsuite",
            new XAttribute("name", Clean(answer.Path)),
            new XAttribute("tests", 1),
            new XAttribute("failures", 0),
            new XAttribute("errors", 1),
            new XAttribute("skipped", 0),
            new XElement(
                "testcase",
                new XAttribute("classname", "folder"),
                new XAttribute("name", "can be judged"),
                new XElement("error", new XAttribute("message", Clean($"not judged, because {answer.Reason}")))
            )
        );

    private static XElement Case(Assessment assessment, MendText mends, Requirement requirement, Verdict verdict) =>
        new(
            "testcase",
            new XAttribute("classname", requirement.Group),
            new XAttribute("name", requirement.Identifier),
            verdict.Findings.Select(finding => finding.Location).OfType<Location>().FirstOrDefault() is { } place
                ? new[]
                {
                    new XAttribute("file", Clean(assessment.Submission.Folder.PathOf(place.File))),
                    new XAttribute("line", place.Line),
                }
                : null,
            verdict.Status switch
            {
                Status.Fail => new XElement("failure", Message(verdict), Clean(string.Join('\n', mends.Lines(requirement, verdict)))),
                Status.NotJudged => new XElement("skipped", Message(verdict)),
                _ => null,
            }
        );

    private static XAttribute Message(Verdict verdict) => new("message", Clean(verdict.Findings[0].Message));

    private string[] Told(Answer answer, Assessment assessment) =>
        [
            .. assessment.Submission.Arrangement.Hints,
            .. assessment.Submission.Folder.Remarks.Select(remark => $"{remark.Location}: {remark.Message}"),
            .. answer
                .Changes()
                .Select(change =>
                    $"{change.Words} since {settings.Since}: {string.Join(' ', change.Requirements.Select(requirement => requirement.Identifier))}"
                ),
        ];

    // XML has no way to write most control characters, and names of files may hold them.
    private static string Clean(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));
}
