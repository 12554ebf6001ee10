namespace Bernstein.Chart.Tests.Harness;

/// <summary>How the chart is rendered for the tests.</summary>
public sealed class BernsteinChartTests
{
    [Test]
    public void The_output_is_taken_apart_by_template()
    {
        const string output = """
            ---
            # Source: bernstein/templates/b.yaml
            kind: One
            ---
            # Source: bernstein/templates/a.yaml
            kind: Two
            ---
            # Source: bernstein/templates/b.yaml
            kind: Three
            """;
        BernsteinChart
            .Files(output)
            .ShouldBe(
                new Dictionary<string, string> { ["b.yaml"] = "kind: One\n---\nkind: Three\n", ["a.yaml"] = "kind: Two\n" },
                ignoreOrder: true
            );
    }

    [Test]
    public void A_rendering_is_made_once() =>
        BernsteinChart.TryRender(new ChartOptions()).ShouldBeSameAs(BernsteinChart.TryRender(new ChartOptions()));

    [Test]
    [NeedsUnix("the shell")]
    public void A_refusal_carries_a_line_that_can_be_run_again()
    {
        var refusal = Should.Throw<CommandException>(() =>
            BernsteinChart.Render(new ChartOptions { Values = "redis: {ledger: {enabled: true}}" })
        );
        refusal.Message.ShouldContain("redis.ledger.enabled needs redis.volume.enabled");
        new Command("sh", ["-c", refusal.Result.Line]).TryRun().Error.ShouldBe(refusal.Result.Error);
    }

    [TestCase("v3.8.2", false)]
    [TestCase("v2.17.0", false)]
    [TestCase("v3.9.0", true)]
    [TestCase("v3.17.3", true)]
    [TestCase("v4.1.4", true)]
    [TestCase("v3.9.0-rc.1", true)]
    [TestCase("v3.10.0+gce66412", true)]
    [TestCase("", false)]
    [TestCase("something else", false)]
    public void Helm_is_new_enough_from_3_9_on(string version, bool enough) => HelmTool.IsNewEnough(version).ShouldBe(enough);

    [TestCaseSource(typeof(HelmTool), nameof(HelmTool.Versions))]
    public void The_Helm_of_each_version_of_the_matrix_is_that_version(string version) =>
        HelmTool.TryRun(version, "version", "--template", "{{.Version}}").Output.ShouldBe($"v{version}");
}
