using System.Xml.Linq;
using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class JUnitReportTests
{
    [Test]
    public void JUnit_has_a_case_for_each_requirement()
    {
        var suite = XDocument.Parse(Write("junit", Broken)).Root!.Elements("testsuite").ShouldHaveSingleItem();
        ((int)suite.Attribute("tests")!, (int)suite.Attribute("failures")!, (int)suite.Attribute("skipped")!).ShouldBe(
            (Catalogue.All.Count, 1, 1)
        );
        suite.Elements("testcase").Single(test => test.Element("failure") is not null).Attribute("name")!.Value.ShouldBe("poll.memory");
    }

    [Test]
    public void JUnit_says_file_and_line() =>
        XDocument
            .Parse(Write("junit", Broken))
            .Descendants("testcase")
            .Where(test => test.Attribute("file") is not null)
            .Select(test => $"{test.Attribute("name")!.Value} {test.Attribute("file")!.Value}:{test.Attribute("line")!.Value}")
            .ShouldBe(["poll.memory sample/poll.deployment.yaml:42"]);
}
