namespace Bernstein.Check.Tests.Requirements.Production;

public sealed class MetricsRequirementTests
{
    /// <summary>An exporter in the pod of the server takes it out of its Service when it crashes: one of its own does not.</summary>
    [TestCase("REDIS_ADDR", "redis://redis:6379", true)]
    [TestCase("REDIS_ADDR", "redis://another:6379", false)]
    public void An_exporter_in_a_pod_of_its_own_shows_the_metrics_of_whom_it_is_given(string variable, string value, bool isSeen)
    {
        var redis = Sample.Hardened.Files["redis.deployment.yaml"].Replace("prometheus.io/scrape", "unread", StringComparison.Ordinal);
        var exporter = $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: redis-exporter, namespace: default}
            spec:
              selector: {matchLabels: {app: redis-exporter} }
              template:
                metadata: {labels: {app: redis-exporter}, annotations: {prometheus.io/scrape: "true", prometheus.io/port: "9121"} }
                spec:
                  containers:
                  - name: exporter
                    image: oliver006/redis_exporter:v1.67.0
                    env: [{name: {{variable}}, value: '{{value}}' }]
                    ports: [{containerPort: 9121}]
            """;
        Sample
            .Hardened.Holding("redis.deployment.yaml", redis)
            .Holding("redis-exporter.yaml", exporter)
            .AssessProduction()
            .Outcomes.Single(outcome => outcome.Requirement.Identifier == "production.metrics")
            .Verdict.Status.ShouldBe(isSeen ? Status.Pass : Status.Fail);
    }
}
