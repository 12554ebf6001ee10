namespace Bernstein.Chart.Tests.Chart;

/// <summary>HAProxy beside worker and result. What it does is tested on a cluster; here that nothing leads past it, and that it has what it needs.</summary>
public sealed class GuardTests
{
    private const string Guards = "guards: {enabled: true}\nredis: {volume: {enabled: true}}\n";

    private const string Database = "postgres: {password: given, external: {host: db.example.org}}\n";

    [TestCase("worker", Guards, "postgres redis")]
    [TestCase("result", Guards, "postgres")]
    [TestCase("worker", "guards: {enabled: true}\nredis: {external: {host: redis.example.org}}\n", "postgres")]
    public void The_names_of_our_databases_lead_to_HAProxy(string component, string values, string names)
    {
        var pod = Pod(component, values);
        string.Join(' ', pod.At("hostAliases[0].hostnames").Items.Select(name => name.Text)).ShouldBe(names);
        pod.At("hostAliases[0].ip").Text.ShouldBe("127.0.0.1");
        var haproxy = HAProxy(pod).ShouldNotBeNull();
        haproxy["env"]
            .Items.Select(variable => variable["name"].Text)
            .ShouldBe([
                .. names.EndsWith("redis", StringComparison.Ordinal) ? new[] { "REDIS_HOST" } : [],
                "POSTGRES_HOST",
                "POSTGRES_PORT",
                "POSTGRES_USER",
                "NAMESPACE",
                "POD_IP",
            ]);
        pod["volumes"].Items.ShouldContain(volume => volume.At("configMap.name").Text == "haproxy");
        pod.At("containers[0].livenessProbe.httpGet.port").Number.ShouldBe(haproxy.At("ports[0].containerPort").Number);
        pod.At("containers[0].startupProbe.httpGet.port").Number.ShouldBe(haproxy.At("ports[0].containerPort").Number);
    }

    /// <summary>A container whose preStop is over is killed when the pod's grace period is: result would run on without a connection.</summary>
    [Test]
    public void HAProxy_of_result_stops_no_earlier_than_result()
    {
        const string Command = "lifecycle.preStop.exec.command";
        var pod = Pod("result", Guards);
        HAProxy(pod)
            .ShouldNotBeNull()
            .At(Command)
            .Items.Select(word => word.Text)
            .ShouldBe(pod.At("containers[0]").At(Command).Items.Select(word => word.Text));
    }

    /// <summary>The init container runs before HAProxy does.</summary>
    [TestCase(Guards, "$POSTGRES_HOST.default")]
    [TestCase(Guards + "namespace: votes", "$POSTGRES_HOST.votes")]
    [TestCase("{}", "$POSTGRES_HOST")]
    [TestCase(Guards + Database, "$POSTGRES_HOST")]
    public void The_wait_for_the_table_asks_the_Service_itself(string values, string host) =>
        Pod("worker", values).At("initContainers[0].args[0]").Text.ShouldNotBeNull().ShouldStartWith($"export PGHOST=\"{host}\" ");

    [TestCase("{}")]
    [TestCase(Guards + Database)]
    public void Without_guards_or_with_an_external_database_there_is_none(string values)
    {
        foreach (var component in new[] { "worker", "result" })
        {
            var pod = Pod(component, values);
            HAProxy(pod).ShouldBeNull();
            pod["hostAliases"].IsSet.ShouldBeFalse();
        }

        Manifests(values).Objects.ShouldNotContain(found => found.Kind == "ConfigMap" && found.Name == "haproxy");
    }

    [Test]
    public void A_change_of_its_configuration_rolls_the_pods()
    {
        static string? Checksum(string values) =>
            Manifests(values).In("result.deployment.yaml").Single().Root.At("spec.template.metadata.annotations")["checksum/config"].Text;
        Checksum(Guards).ShouldNotBe(Checksum("{}"));
    }

    [Test]
    public void Its_configuration_is_the_file_without_a_template_in_it()
    {
        var file = File.ReadAllText(Project.In("chart", "bernstein", "files", "haproxy.cfg"));
        file.ShouldNotContain("{{");
        Manifests(Guards)
            .Objects.Single(found => found.Kind == "ConfigMap" && found.Name == "haproxy")
            .Root.At("data")["haproxy.cfg"]
            .Text.ShouldBe(file);
    }

    /// <summary>With the variables of worker and of result. A name is an address here: HAProxy looks its servers up at once.</summary>
    [TestCase("127.0.0")]
    [TestCase(null)]
    [Needs("haproxy")]
    public void HAProxy_takes_its_configuration(string? redis)
    {
        var result = new Command("haproxy", ["-c", "-f", Project.In("chart", "bernstein", "files", "haproxy.cfg")])
        {
            Environment = new Dictionary<string, string>
            {
                ["POSTGRES_HOST"] = "127.0.0",
                ["POSTGRES_PORT"] = "5432",
                ["POSTGRES_USER"] = "bernstein",
                ["NAMESPACE"] = "1",
                ["POD_IP"] = "127.0.0.1",
            }
                .Concat(redis is null ? [] : [KeyValuePair.Create("REDIS_HOST", redis)])
                .ToDictionary(),
        }.TryRun();
        (result.ExitCode, result.Output.Trim()).ShouldBe((0, "Configuration file is valid"), result.Error);
    }

    [Test]
    public void A_pod_leaves_a_lost_node_after_half_a_minute(
        [Values("redis", "postgres", "poll", "worker", "result", "traefik")] string component
    )
    {
        var tolerations = Pod(component, (component == "redis" ? "" : Guards) + Tolerant(component)).At("tolerations").Items;
        tolerations[0].At("key").Text.ShouldBe("gpu");
        tolerations
            .Skip(1)
            .Select(toleration => (toleration["key"].Text, toleration["effect"].Text, toleration["tolerationSeconds"].Number))
            .ShouldBe([("node.kubernetes.io/not-ready", "NoExecute", 30L), ("node.kubernetes.io/unreachable", "NoExecute", 30L)]);
    }

    private static string Tolerant(string component) =>
        component == "redis"
            ? "guards: {enabled: true}\nredis: {volume: {enabled: true}, tolerations: [{key: gpu, operator: Exists}]}"
            : $"{component}: {{tolerations: [{{key: gpu, operator: Exists}}]}}";

    private static Node? HAProxy(Node pod) => pod["containers"].Items.SingleOrDefault(container => container["name"].Text == "haproxy");

    private static Node Pod(string component, string values) =>
        Manifests(values).In($"{component}.deployment.yaml").Single().Root.At("spec.template.spec");

    private static ManifestFolder Manifests(string values) => BernsteinChart.Manifests(new ChartOptions { Values = values });
}
