using System.Globalization;
using System.Xml;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>For CI servers: a JUnit test suite for each folder, a test case for each requirement.</summary>
public sealed class JUnitReport : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Assessment> assessments)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false });
        xml.WriteStartElement("testsuites");
        foreach (var assessment in assessments)
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(assessment.Submission.Folder.Path));
            foreach (
                var (name, count) in new[]
                {
                    ("tests", assessment.Outcomes.Count),
                    ("failures", assessment.Failed),
                    ("skipped", assessment.NotJudged),
                }
            )
            {
                xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
            }

            foreach (var (requirement, verdict) in assessment.Outcomes)
            {
                WriteCase(xml, requirement, verdict);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteCase(XmlWriter xml, Requirement requirement, Verdict verdict)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", requirement.Identifier.Split('.')[0]);
        xml.WriteAttributeString("name", requirement.Identifier);
        if (verdict.Status != Status.Pass)
        {
            xml.WriteStartElement(verdict.Status == Status.Fail ? "failure" : "skipped");
            xml.WriteAttributeString("message", Clean(verdict.Findings[0].Message));
            if (verdict.Status == Status.Fail)
            {
                xml.WriteString(
                    Clean(
                        string.Join(
                            '\n',
                            verdict.Findings.Select(finding => $"{finding.Location}: {finding.Message}").Append($"Mend: {requirement.Mend}")
                        )
                    )
                );
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // XML has no way to write most control characters, and names of files may hold them.
    private static string Clean(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));
}
