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

    private XElement Suite(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            var error = new XElement("error", Attribute("message", $"not judged, because {answer.Reason}"));
            var named = new[] { Attribute("classname", "folder"), Attribute("name", "can be judged") };
            return Suite(answer, (Tests: 1, Failures: 0, Errors: 1, Skipped: 0), new XElement("testcase", named, error));
        }

        var mends = new MendText(assessment);
        string[] told =
        [
            .. assessment.Hints,
            .. assessment.Remarks.Select(ReportWords.Shown),
            .. answer.Changes().Select(change => $"{change.Words} since {settings.Since}: {change.Requirements.Names()}"),
        ];
        return Suite(
            answer,
            (assessment.Outcomes.Count, assessment.Failed, 0, assessment.NotJudged),
            assessment.Outcomes.Select(outcome => Case(assessment, mends, outcome.Requirement, outcome.Verdict)),
            told.Length > 0 ? new XElement("system-out", Clean(string.Join('\n', told))) : null
        );
    }

    private static XElement Suite(Answer answer, (int Tests, int Failures, int Errors, int Skipped) count, params object?[] content) =>
        new(
            "testsuite",
            Attribute("name", answer.Path),
            Attribute("tests", $"{count.Tests}"),
            Attribute("failures", $"{count.Failures}"),
            Attribute("errors", $"{count.Errors}"),
            Attribute("skipped", $"{count.Skipped}"),
            content
        );

    private static XElement Case(Assessment assessment, MendText mends, Requirement requirement, Verdict verdict)
    {
        var message = verdict.Status == Status.Pass ? null : Attribute("message", verdict.Findings[0].Message);
        return new(
            "testcase",
            Attribute("classname", requirement.Group),
            Attribute("name", requirement.Identifier),
            verdict.Place() is { } place
                ? new[] { Attribute("file", assessment.Submission.Folder.PathOf(place.File)), Attribute("line", $"{place.Line}") }
                : null,
            verdict.Status switch
            {
                Status.Fail => new XElement("failure", message, Clean(string.Join('\n', mends.Lines(requirement, verdict)))),
                Status.NotJudged => new XElement("skipped", message),
                _ => null,
            }
        );
    }

    private static XAttribute Attribute(string name, string value) => new(name, Clean(value));

    // XML has no way to write most control characters, and names of files may hold them.
    private static string Clean(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));
}
