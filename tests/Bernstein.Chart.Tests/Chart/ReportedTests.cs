namespace Bernstein.Chart.Tests.Chart;

/// <summary>What users of comparable charts reported in public, by its smallest input here.</summary>
public sealed class ReportedTests
{
    private const string Production = "monitoring: {enabled: true}\nbackup: {enabled: true}\n";

    /// <summary>goharbor/harbor#15154: a proxy cache knows library/redis only. Another proxy of the same registry is left as it is written.</summary>
    [TestCase("harbor.example.org/hub", "redis:5.0", "harbor.example.org/hub/library/redis:5.0")]
    [TestCase("harbor.example.org/hub/", "docker.io/library/redis:5.0", "harbor.example.org/hub/library/redis:5.0")]
    [TestCase("harbor.example.org/hub", "valkey/valkey:8.1", "harbor.example.org/hub/valkey/valkey:8.1")]
    [TestCase("harbor.example.org/hub", "harbor.example.org/quay/valkey:8.1", "harbor.example.org/quay/valkey:8.1")]
    [TestCase("registry.example.org:5000", "redis:5.0", "registry.example.org:5000/redis:5.0")]
    [TestCase("registry.example.org:5000", "quay.io/a/redis:5.0", "registry.example.org:5000/a/redis:5.0")]
    public void An_image_has_the_name_that_its_registry_knows(string registry, string image, string expected) =>
        Manifests($"global: {{imageRegistry: '{registry}'}}\nredis: {{image: '{image}'}}")
            .In("redis.deployment.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].image")
            .Text.ShouldBe(expected);

    /// <summary>gardener/gardener#7559, loft-sh/vcluster#390: CoreDNS listens at 8053 or 1053 behind its Service.</summary>
    [Test]
    public void Whoever_may_ask_for_names_may_ask_at_every_port_that_platforms_have()
    {
        var policies = Manifests("networkPolicy: {enabled: true}").Objects.Where(found => found.Kind == "NetworkPolicy").ToArray();
        foreach (var policy in policies.Where(found => found.Root.At("spec.egress").Items.Any()))
        {
            var ports = policy.Root.At("spec.egress").Items[^1]["ports"].Items;
            ports
                .Select(port => $"{port["protocol"].Text} {port["port"].Number}")
                .ShouldBe(
                    ["UDP 53", "TCP 53", "UDP 1053", "TCP 1053", "UDP 5353", "TCP 5353", "UDP 8053", "TCP 8053"],
                    ignoreOrder: true,
                    policy.ToString()
                );
        }

        policies.ShouldNotBeEmpty();
    }

    /// <summary>apecloud/kubeblocks#2738, apache/couchdb-helm#125: a quota of ephemeral-storage, a range with a least cpu and memory.</summary>
    [Test]
    public void A_helper_of_a_component_follows_what_the_component_reserves_and_may_use()
    {
        const string Resources =
            "{requests: {cpu: 60m, memory: 64Mi, ephemeral-storage: 1Gi}, limits: {cpu: 500m, memory: 512Mi, ephemeral-storage: 2Gi}}";
        var values = string.Join(
            '\n',
            new[] { "redis", "postgres", "poll", "worker", "result" }.Select(name => $"{name}: {{resources: {Resources}}}")
        );
        var containers = Manifests(
            Production
                + "guards: {enabled: true}\n"
                + values.Replace("redis: {", "redis: {volume: {enabled: true}, ledger: {enabled: true}, ", StringComparison.Ordinal)
        )
            .Objects.Select(Workload.Of)
            .OfType<Workload>()
            .Where(workload => workload.Manifest.Name is not ("traefik" or "cadvisor"))
            .SelectMany(workload => workload.Containers.Concat(workload.Pod["initContainers"].Items))
            .ToArray();
        containers
            .Select(container => container["name"].Text)
            .Distinct()
            .ShouldBe(
                [
                    "redis",
                    "ledger",
                    "postgres",
                    "exporter",
                    "poll",
                    "worker",
                    "votes-table",
                    "haproxy",
                    "result",
                    "backup",
                    "restore",
                    "test",
                ],
                ignoreOrder: true
            );
        containers.ShouldAllBe(container =>
            container.At("resources.requests.cpu").Text == "60m"
            && container.At("resources.requests.memory").Text == "64Mi"
            && container.At("resources.requests.ephemeral-storage").Text == "1Gi"
            && container.At("resources.limits.cpu").Text == "500m"
            && container.At("resources.limits.ephemeral-storage").Text == "2Gi"
        );
    }

    /// <summary>bitnami/charts#22922: a container that crashes takes its pod out of every Service, for up to five minutes a time.</summary>
    [Test]
    public void What_only_watches_takes_nobody_out_of_a_Service()
    {
        var manifests = Manifests(Production);
        foreach (var name in new[] { "redis", "postgres" })
        {
            manifests.In($"{name}.deployment.yaml").Single().Root.At("spec.template.spec.containers").Items.Count.ShouldBe(1);
        }

        manifests
            .In("monitoring.exporters.yaml")
            .Select(found => found.Name)
            .ShouldBe(["postgres-exporter", "redis-exporter"], ignoreOrder: true);
    }

    /// <summary>cert-manager/cert-manager#8076: a cluster that has some kinds of the Prometheus Operator only.</summary>
    [TestCase("PrometheusRule", 0, 1, 4)]
    [TestCase("PodMonitor", 4, 0, 0)]
    [TestCase("ServiceMonitor", 0, 0, 4)]
    public void A_kind_of_the_operator_is_used_where_the_cluster_knows_that_kind(string kind, int monitors, int rules, int annotations)
    {
        var rendered = HelmTool.TryRun(
            null,
            [
                "template",
                "bernstein",
                Project.Chart,
                "--set",
                "monitoring.enabled=true",
                "--api-versions",
                "monitoring.coreos.com/v1",
                "--api-versions",
                $"monitoring.coreos.com/v1/{kind}",
            ]
        );
        rendered.ExitCode.ShouldBe(0, rendered.Error);
        int Count(string text) => rendered.Output.Split(text).Length - 1;
        (Count("kind: PodMonitor"), Count("kind: PrometheusRule"), Count("prometheus.io/scrape")).ShouldBe((monitors, rules, annotations));
    }

    /// <summary>helm/helm#32129: helm test --logs asks every hook of a test for its log, and a Service has none.</summary>
    [Test]
    public void Every_hook_of_a_test_is_a_pod() =>
        Manifests("")
            .Objects.Where(found => found.Root.At("metadata.annotations")["helm.sh/hook"].Text == "test")
            .Select(found => found.Kind)
            .ShouldBe(["Pod"]);

    [TestCase("0 3 * * 7", "weekday (0 to 6, Sunday is 0, or sun to sat)")]
    [TestCase("99 3 * * *", "minute (0 to 59)")]
    [TestCase("0 24 * * *", "hour (0 to 23)")]
    [TestCase("0 3 0 * *", "day (1 to 31)")]
    [TestCase("0 3 * 13 *", "month (1 to 12, or jan to dec)")]
    [TestCase("0 5-3 * * *", "hour (0 to 23)")]
    [TestCase("*/0 3 * * *", "minute (0 to 59)")]
    [TestCase("0 3 * mon *", "month (1 to 12, or jan to dec)")]
    public void A_schedule_that_Kubernetes_does_not_know_is_refused(string schedule, string field) =>
        Refusals($"backup: {{enabled: true, schedule: '{schedule}'}}")
            .ShouldBe([$"backup.schedule is {schedule}: this is not a valid {field}"]);

    [TestCase("backup: {schedule: a b c d e}", 5)]
    [TestCase("backup: {schedule: 0 3 30 2 *}", 1)]
    [TestCase("backup: {schedule: '@daily'}", 1)]
    public void Every_field_that_is_wrong_is_named_and_one_that_never_comes_is(string values, int number) =>
        Refusals(values).Count.ShouldBe(number);

    /// <summary>CloudPirates-io/helm-charts#729: initdb would never succeed, or pg_isready.</summary>
    [TestCase("user: pg_votes", "postgres.user is pg_votes, a name that PostgreSQL reserves (pg_…, none, public): choose another one")]
    [TestCase("user: none", "postgres.user is none, a name that PostgreSQL reserves (pg_…, none, public): choose another one")]
    [TestCase("user: public", "postgres.user is public, a name that PostgreSQL reserves (pg_…, none, public): choose another one")]
    [TestCase("database: template0", "postgres.database is template0, which PostgreSQL copies for each new database: choose another one")]
    [TestCase("database: template1", "postgres.database is template1, which PostgreSQL copies for each new database: choose another one")]
    [TestCase(
        "database: a=b",
        "postgres.database is a=b, which the tools of PostgreSQL read as connection settings: choose one without = and ://"
    )]
    [TestCase(
        "database: 'postgres://a'",
        "postgres.database is postgres://a, which the tools of PostgreSQL read as connection settings: choose one without = and ://"
    )]
    public void A_name_that_PostgreSQL_does_not_take_is_refused(string values, string message) =>
        Refusals($"postgres: {{{values}}}").ShouldBe([message]);

    [TestCase("user: PG_votes")]
    [TestCase("user: nonesuch")]
    [TestCase("database: template")]
    [TestCase("user: abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk")]
    public void A_name_that_only_looks_like_one_is_taken(string values) => Refusals($"postgres: {{{values}}}").ShouldBeEmpty();

    private static IReadOnlyList<string> Refusals(string values)
    {
        var result = BernsteinChart.TryRender(new ChartOptions { Values = values });
        return result.ExitCode == 0
            ? []
            : [.. result.Error.Split('\n').Skip(1).Select(line => line.Trim()).TakeWhile(line => line.Length > 0)];
    }

    private static ManifestFolder Manifests(string values) =>
        BernsteinChart.Manifests(new ChartOptions { Values = values, KubernetesVersion = "1.30" });
}
