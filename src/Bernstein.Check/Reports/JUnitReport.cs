using System.Xml;
using System.Xml.Linq;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>For CI servers: a JUnit test suite for each folder, a test case for each requirement.</summary>
public sealed class JUnitReport : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false }))
        {
            new XElement("testsuites", assessments.Select(Suite)).WriteTo(xml);
        }

        output.WriteLine();
    }

    private static XElement Suite(Assessment assessment) =>
        new(
            "testsuite",
            new XAttribute("name", Clean(assessment.Submission.Folder.Path)),
            new XAttribute("tests", assessment.Outcomes.Count),
            new XAttribute("failures", assessment.Failed),
            new XAttribute("skipped", assessment.NotJudged),
            assessment.Outcomes.Select(outcome => Case(outcome.Requirement, outcome.Verdict))
        );

    private static XElement Case(Requirement requirement, Verdict verdict) =>
        new(
            "testcase",
            new XAttribute("classname", requirement.Group),
            new XAttribute("name", requirement.Identifier),
            verdict.Status switch
            {
                Status.Fail => new XElement("failure", Message(verdict), Clean(string.Join('\n', Lines(requirement, verdict)))),
                Status.NotJudged => new XElement("skipped", Message(verdict)),
                _ => null,
            }
        );

    private static XAttribute Message(Verdict verdict) => new("message", Clean(verdict.Findings[0].Message));

    private static IEnumerable<string> Lines(Requirement requirement, Verdict verdict) =>
        verdict.Findings.Select(finding => $"{finding.Location}: {finding.Message}").Append($"Mend: {requirement.Mend}");

    // XML has no way to write most control characters, and names of files may hold them.
    private static string Clean(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));
}
