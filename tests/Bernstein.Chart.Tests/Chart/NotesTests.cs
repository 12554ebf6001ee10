namespace Bernstein.Chart.Tests.Chart;

/// <summary>What Helm says after an installation.</summary>
public sealed class NotesTests
{
    [TestCase("{}", true)]
    [TestCase("cadvisor: {image: 'docker.io/google/cadvisor:v0.33.0'}", true)]
    [TestCase("cadvisor: {image: 'ghcr.io/google/cadvisor:v0.53.0'}", false)]
    [TestCase("cadvisor: {enabled: false}", false)]
    public void A_cadvisor_that_may_not_start_and_tells_passwords_is_warned_of(string values, bool isWarned)
    {
        var notes = Notes(values);
        notes.Contains("exits immediately on nodes with cgroup v2", StringComparison.Ordinal).ShouldBe(isWarned);
        notes.Contains("the password of the database included", StringComparison.Ordinal).ShouldBe(isWarned);
    }

    [TestCase("NodePort", "https://poll.dop.io:30443", "https://result.dop.io:30443")]
    [TestCase("LoadBalancer", "https://poll.dop.io", "https://result.dop.io")]
    public void With_TLS_both_pages_have_an_address_of_https_and_none_of_http(string service, string poll, string result)
    {
        var notes = Notes(
            $"traefik: {{image: 'traefik:v3.6', dashboard: {{enabled: false}}, service: {{type: {service}}}, tls: {{secretName: pages, redirect: true}}}}"
        );
        notes.ShouldContain($"  poll        {poll}\n  result      {result}\n");
        notes.ShouldNotContain("http://");
    }

    [TestCase("{}", "")]
    [TestCase("{redirect: true}", "The pages are served over http only")]
    [TestCase("{secretName: pages}", "The pages still answer over http at port 30021: set traefik.tls.redirect")]
    [TestCase("{secretName: pages, redirect: true}", "")]
    public void What_goes_in_the_clear_is_warned_of(string tls, string warning)
    {
        var notes = Notes($"traefik: {{image: 'traefik:v3.6', tls: {tls}}}");
        notes.Contains("over http", StringComparison.Ordinal).ShouldBe(warning.Length > 0);
        notes.ShouldContain(warning);
    }

    private static string Notes(string values)
    {
        var shown = HelmTool.TryRun(
            null,
            ["install", "bernstein", Project.Chart, "--dry-run=client", .. new ChartOptions { Values = values }.Arguments]
        );
        shown.ExitCode.ShouldBe(0, shown.Error);
        return shown.Output[shown.Output.IndexOf("\nNOTES:\n", StringComparison.Ordinal)..];
    }
}
