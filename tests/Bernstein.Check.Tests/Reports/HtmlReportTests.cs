using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class HtmlReportTests
{
    [Test]
    public void Html_has_a_cell_for_each_folder_and_requirement_and_a_reason_for_each_failure()
    {
        var page = Write("html", Broken, Sample.Reference);
        (page.Split("<td class=\"pass").Length - 1).ShouldBe(
            2 * (Catalogue.All.Count - 2 + Catalogue.All.Count),
            "in the order of the names, and in that of the failures"
        );
        page.ShouldContain("<a href=\"#f0-poll.memory\" aria-label=\"poll.memory: does not hold\">✗</a>");
        page.ShouldContain("<details open id=\"f0-poll.memory\">");
    }

    [Test]
    public void Html_says_names_totals_date_and_version_and_leads_back()
    {
        var page = Write("html", Broken, Sample.Reference);
        page.ShouldContain("<th scope=\"col\" class=\"name\"><span>poll.memory</span></th>");
        page.ShouldContain("<time datetime=\"2026-01-31T12:30:00Z\">31 January 2026, 12:30 UTC</time>");
        page.ShouldMatch("by bernstein-check [0-9]+\\.[0-9]+\\.[0-9]+\\.");
        page.ShouldContain("<a class=\"back\" href=\"#table\">");
        page.ShouldContain("<td class=\"total fail\">1</td>");
        page.ShouldNotContain("<script");
    }
}
