using System.Text.Json;
using System.Xml.Linq;
using Bernstein.Check.Reports;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests.Reports;

/// <summary>The verdicts in each format.</summary>
public sealed class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>|*_`";

    private static readonly Sample Broken = (Sample.Reference with { KubernetesVersion = null }).With(
        "poll.deployment.yaml",
        "memory: 128M",
        "memory: 128Mi"
    );

    public static IEnumerable<string> Formats => ReportFormat.All.Select(format => format.Name);

    [Test]
    public void Text_tells_a_failure_with_its_mend_and_what_was_not_judged()
    {
        var lines = Write("text", Broken).TrimEnd().Split('\n');
        lines.ShouldContain("poll: 8 of 9");
        lines.ShouldContain("  ✗ poll.memory  The memory of poll is limited to 128M.");
        lines.ShouldContain("  - wiring.ingress-api  not judged: no Kubernetes version was given");
        lines[^2..].ShouldBe(["1 not judged", "103 passed, 1 failed"]);
    }

    [Test]
    public void Json_has_an_element_for_each_folder_and_in_it_one_for_each_requirement()
    {
        var folder = JsonDocument.Parse(Write("json", Broken)).RootElement.EnumerateArray().ShouldHaveSingleItem();
        folder.GetProperty("folder").GetString().ShouldBe("sample");
        (folder.GetProperty("passed").GetInt32(), folder.GetProperty("failed").GetInt32()).ShouldBe((103, 1));
        var requirements = folder.GetProperty("requirements").EnumerateArray().ToArray();
        requirements
            .Select(requirement => requirement.GetProperty("id").GetString())
            .ShouldBe(Catalogue.All.Select(requirement => requirement.Identifier));
        var failed = requirements.Single(requirement => requirement.GetProperty("status").GetString() == "fail");
        failed
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["id", "severity", "status", "message", "file", "line", "mend"]);
        (
            failed.GetProperty("severity").GetString(),
            failed.GetProperty("file").GetString(),
            failed.GetProperty("line").GetInt32()
        ).ShouldBe(("letter", "poll.deployment.yaml", 42));
        requirements
            .Single(requirement => requirement.GetProperty("id").GetString() == "wiring.ingress-api")
            .GetProperty("status")
            .GetString()
            .ShouldBe("not-judged");
    }

    [Test]
    public void JUnit_has_a_case_for_each_requirement()
    {
        var suite = XDocument.Parse(Write("junit", Broken)).Root!.Elements("testsuite").ShouldHaveSingleItem();
        ((int)suite.Attribute("tests")!, (int)suite.Attribute("failures")!, (int)suite.Attribute("skipped")!).ShouldBe((105, 1, 1));
        suite.Elements("testcase").Single(test => test.Element("failure") is not null).Attribute("name")!.Value.ShouldBe("poll.memory");
    }

    [Test]
    public void Markdown_has_a_row_for_each_folder_and_each_finding()
    {
        var lines = Write("markdown", Broken, Sample.Reference).Split('\n');
        lines.ShouldContain("| sample | 103 | 1 | 1 |");
        lines.ShouldContain("| sample | 105 | 0 | 0 |");
        lines.Count(line => line.StartsWith("| poll.memory | poll.deployment.yaml:42 | ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Test]
    public void Html_has_a_cell_for_each_folder_and_requirement_and_a_reason_for_each_failure()
    {
        var page = Write("html", Broken, Sample.Reference);
        (page.Split("<td class=\"pass").Length - 1).ShouldBe(103 + 105);
        page.ShouldContain("<a href=\"#f0-poll.memory\" aria-label=\"poll.memory: does not hold\">✗</a>");
        page.ShouldContain("<details open id=\"f0-poll.memory\">");
    }

    [TestCaseSource(nameof(Formats))]
    public void What_a_file_says_is_in_every_report(string format) =>
        Write(format, Broken.With("poll.deployment.yaml", "memory: 128Mi", $"memory: '{Hostile}'")).ShouldContain("alert(1)");

    [TestCase("html")]
    [TestCase("markdown")]
    [TestCase("junit")]
    public void What_a_file_says_cannot_become_part_of_the_report(string format) =>
        Write(format, Broken.With("poll.deployment.yaml", "memory: 128Mi", $"memory: '{Hostile}'")).ShouldNotContain("<script>");

    private static string Write(string format, params Sample[] samples)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ReportFormat.All.Single(found => found.Name == format).Report(false).Write(output, [.. samples.Select(sample => sample.Assess())]);
        return output.ToString();
    }
}
