namespace Bernstein.Chart.Tests.Monitoring;

/// <summary>Metrics, alerts and the dashboard.</summary>
public sealed partial class MonitoringTests
{
    private static readonly ChartOptions Production = new() { Profile = "production", KubernetesVersion = "1.30" };

    private static string Data(string configMap, string key) =>
        BernsteinChart
            .Manifests(Production)
            .Objects.Single(found => found.Kind == "ConfigMap" && found.Name == configMap)
            .Root["data"][key]
            .Text!;

    private static string Alerts => Data("alerts", "alerts.yaml");

    private static IEnumerable<string> Names => AlertName().Matches(Alerts).Select(match => match.Groups[1].Value);

    [Test]
    [Needs("promtool")]
    public void Every_alert_fires_when_it_must_and_none_when_all_is_well()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("alerts.yaml"), Alerts);
        File.Copy(Project.In("tests", "Bernstein.Chart.Tests", "Monitoring", "alerts.test.yaml"), folder.In("alerts.test.yaml"));
        new Command("promtool", ["test", "rules", folder.In("alerts.test.yaml")]).Run();
    }

    [Test]
    public void Every_alert_is_asked_for()
    {
        var asked = File.ReadAllText(Project.In("tests", "Bernstein.Chart.Tests", "Monitoring", "alerts.test.yaml"));
        Names.ShouldNotBeEmpty();
        Names.ShouldAllBe(name => asked.Contains($"alertname=\"{name}\"", StringComparison.Ordinal));
    }

    [Test]
    public void Every_alert_has_a_section_that_says_what_it_means_and_what_to_do()
    {
        var sections = File.ReadAllText(Project.In("docs", "monitoring.md")).Split("\n### ").Skip(1).ToArray();
        sections.Select(section => section.Split('\n')[0]).ShouldBe(Names, ignoreOrder: true);
        foreach (var section in sections)
        {
            new[] { "**Meaning**", "**Impact**", "**Diagnosis**", "**Mitigation**" }.ShouldAllBe(part =>
                section.Contains(part, StringComparison.Ordinal)
            );
        }

        Names.ShouldAllBe(name => Alerts.Contains($"runbook: docs/monitoring.md#{name.ToLowerInvariant()}", StringComparison.Ordinal));
    }

    [Test]
    public void Nothing_is_asked_for_that_no_program_shows()
    {
        var shown = File.ReadLines(Project.In("tests", "Bernstein.Chart.Tests", "Monitoring", "metrics.txt"))
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(": ")[1].Split(' '))
            .ToHashSet();
        var panels = JsonNode.Parse(Data("dashboard", "bernstein.json"))!["panels"]!.AsArray();
        panels.Count.ShouldBe(9);
        var asked = panels
            .SelectMany(panel => panel!["targets"]!.AsArray())
            .Select(target => (string)target!["expr"]!)
            .Append(Alerts)
            .SelectMany(text => Metric().Matches(text).Select(match => match.Value))
            .Distinct()
            .ToArray();
        asked.ShouldBe(shown.Except(["up"]), ignoreOrder: true);
    }

    [GeneratedRegex(@"(?m)- alert: (\w+)")]
    private static partial Regex AlertName();

    [GeneratedRegex(@"\b(?:redis|pg|votes|backups|traefik|container)_(?!label)\w+\b(?=[{\[)\s]|$)")]
    private static partial Regex Metric();
}
