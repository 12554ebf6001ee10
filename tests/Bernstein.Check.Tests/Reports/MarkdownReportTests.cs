using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class MarkdownReportTests
{
    /// <summary>GitHub looks for names of people, numbers of issues and entities after it has read the signs: a backslash keeps none of them back.</summary>
    [TestCase("@team", "@<!-- -->team")]
    [TestCase("&#64;team", "&amp;#<!-- -->64;team")]
    [TestCase("fixes #1", "fixes #<!-- -->1")]
    [TestCase("$x$ ~~y~~", @"\$x\$ \~\~y\~\~")]
    public void Markdown_calls_nobody_and_leads_nowhere(string name, string written) =>
        Write("markdown", [new Answer(name, Broken.Assess(), null)]).ShouldContain($"| {written} | {Held} | 1 | 1 |");

    [Test]
    public void Markdown_has_a_row_for_each_folder_and_each_finding()
    {
        var lines = Write("markdown", Broken, Sample.Reference).Split('\n');
        lines.ShouldContain($"| sample | {Held} | 1 | 1 |");
        lines.ShouldContain($"| sample | {Catalogue.All.Count} | 0 | 0 |");
        lines.Count(line => line.StartsWith("| poll.memory | poll.deployment.yaml:42 | ", StringComparison.Ordinal)).ShouldBe(1);
    }
}
