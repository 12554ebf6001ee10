namespace Bernstein.Chart.Tests.Chart;

/// <summary>Names that YAML takes for something else stay names, wherever they come from.</summary>
public sealed class NameTests
{
    [Test]
    public void A_release_may_be_called_like_a_number([Values("123", "1e3", "0x1f", "1.5", "true", "null")] string release) =>
        Faults(new ChartOptions { Release = release, Values = "poll: {disruptionBudget: {enabled: true}}" }).ShouldBeEmpty();

    [Test]
    public void A_namespace_may_be_called_like_a_number([Values("123", "1e3", "true")] string name)
    {
        var options = new ChartOptions
        {
            Values = $$"""
                namespace: '{{name}}'
                poll: {disruptionBudget: {enabled: true}, autoscaling: {enabled: true}, spread: {rule: preferred}, canary: {image: 'poll:next'} }
                """,
        };
        Faults(options).ShouldBeEmpty();
        BernsteinChart
            .Manifests(options)
            .In("traefik.configmap.yaml")
            .Single()
            .Root.At("data")["routes.toml"]
            .Text.ShouldNotBeNull()
            .Split('\n')
            .Where(line => line.Contains("url", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .ShouldBe([
                $"url = \"http://poll.{name}.svc:80\"",
                $"url = \"http://poll-canary.{name}.svc:80\"",
                $"url = \"http://result.{name}.svc:80\"",
            ]);
    }

    private static IReadOnlyList<Finding> Faults(ChartOptions options)
    {
        var manifests = BernsteinChart.Manifests(options);
        manifests.Objects.Count.ShouldBeGreaterThan(20);
        return Kubernetes.ManifestValidator.Validate(manifests, new Version(1, 35));
    }
}
