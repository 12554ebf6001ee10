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
        using (var xml = XmlWriter.Create(output, new() { Indent = true, NewLineChars = "\n" }))
        {
            new XElement("testsuites", answers.Select(Suite)).WriteTo(xml);
        }

        output.WriteLine();
    }

    private XElement Suite(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            var error = Element("error", [("message", answer.Unjudged())]);
            return Suite(answer, 1, 0, 1, 0, Element("testcase", [("classname", "folder"), ("name", "can be judged")], error));
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
            assessment.Outcomes.Count,
            assessment.Failed,
            0,
            assessment.NotJudged,
            assessment.Outcomes.Select(outcome => Case(assessment, mends, outcome.Requirement, outcome.Verdict)),
            told.Length > 0 ? Element("system-out", [], Clean(string.Join('\n', told))) : null
        );
    }

    private static XElement Suite(Answer answer, int tests, int failures, int errors, int skipped, params object?[] content) =>
        Element(
            "testsuite",
            [("name", answer.Path), ("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped)],
            content
        );

    private static XElement Case(Assessment assessment, MendText mends, Requirement requirement, Verdict verdict)
    {
        (string, object?)[] message = verdict.Status == Status.Pass ? [] : [("message", verdict.Findings[0].Message)];
        var place = verdict.Place();
        return Element(
            "testcase",
            [
                ("classname", requirement.Group),
                ("name", requirement.Identifier),
                ("file", place is null ? null : assessment.Submission.Folder.PathOf(place.File)),
                ("line", place?.Line),
            ],
            verdict.Status == Status.Fail ? Element("failure", message, Clean(string.Join('\n', mends.Lines(requirement, verdict))))
                : verdict.Status == Status.NotJudged ? Element("skipped", message)
                : null
        );
    }

    private static XElement Element(string name, (string Name, object? Value)[] attributes, params object?[] content) =>
        new(name, attributes.Where(one => one.Value is not null).Select(one => new XAttribute(one.Name, Clean($"{one.Value}"))), content);

    // XML has no way to write most control characters, and names of files may hold them.
    private static string Clean(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));
}
