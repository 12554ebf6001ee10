namespace Bernstein.Chart.Tests.Chart;

/// <summary>What keeps the votes when something breaks, as far as a rendering tells. The rest is tested on a cluster.</summary>
public sealed class ResilienceTests
{
    [Test]
    public void Traefik_does_not_try_again() =>
        Pod("traefik", "{}")
            .At("containers[0].args")
            .Items.Select(argument => argument.Text!.Split(['.', '='])[0])
            .ShouldSatisfyAllConditions(options => options.ShouldContain("--kubernetes"), options => options.ShouldNotContain("--retry"));

    [TestCase("{}", null)]
    [TestCase("redis: {volume: {enabled: true}}", "Recreate")]
    public void Two_servers_of_redis_never_share_a_volume(string values, string? strategy) =>
        Manifests(values).In("redis.deployment.yaml").Single().Root.At("spec.strategy.type").Text.ShouldBe(strategy);

    /// <summary>A full queue is an error for the voter, and leaves memory for the file that is written anew.</summary>
    [TestCase("{}", "76800000")]
    [TestCase("redis: {resources: {limits: {memory: 1Gi}}}", "644245094")]
    [TestCase("redis: {resources: {limits: {memory: null}}}", null)]
    public void Redis_takes_three_fifths_of_its_memory_for_the_queue(string values, string? bytes)
    {
        var arguments = Pod("redis", values).At("containers[0].args").Items.Select(argument => argument.Text!).ToList();
        arguments.Take(2).ShouldBe(["--appendonly", "yes"]);
        arguments.Skip(2).ShouldBe(bytes is null ? [] : ["--maxmemory-policy", "noeviction", "--maxmemory", bytes]);
    }

    [Test]
    public void An_empty_database_runs_the_statement_that_the_Job_runs()
    {
        var manifests = Manifests("{}");
        var statement = manifests.In("postgres.configmap.yaml").Single().Root.At("data")["votes-table.sql"].Text.ShouldNotBeNull();
        manifests
            .In("votes-table.job.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].args[0]")
            .Text.ShouldNotBeNull()
            .ShouldContain($"'{statement}'");
    }

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    [NeedsUnix("the shell")]
    public void Every_script_in_a_pod_is_one_that_its_shell_can_read(Profile profile)
    {
        var scripts = Scripts(BernsteinChart.Manifests(profile.Options)).ToArray();
        scripts.ShouldNotBeEmpty();
        scripts
            .Select(script => new Command(script.Shell, ["-n", "-c", script.Text]).TryRun())
            .Where(result => result.ExitCode != 0)
            .Select(result => $"{result.Line}\n{result.Error}")
            .ShouldBeEmpty();
    }

    /// <summary>Of two dollars in a command or an argument Kubernetes makes one: a script would not be what it was.</summary>
    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void No_script_has_two_dollars_together(Profile profile) =>
        Scripts(BernsteinChart.Manifests(profile.Options)).ShouldAllBe(script => !script.Text.Contains("$$"));

    // Of containers, probes and hooks: a shell, options that end with c, and the script, whether it stands in command or in args.
    private static IEnumerable<(string Shell, string Text)> Scripts(ManifestFolder manifests) =>
        from workload in manifests.Objects.Select(Workload.Of).OfType<Workload>()
        from container in workload.Containers
        from words in new[] { container.At("command").Items.Concat(container.At("args").Items) }
            .Concat(
                new[] { "startupProbe", "readinessProbe", "livenessProbe", "lifecycle.preStop" }.Select(of =>
                    container.At($"{of}.exec.command").Items.AsEnumerable()
                )
            )
            .Select(items => items.Select(item => item.Text!).ToArray())
        let shell = Array.FindIndex(words, word => word is "sh" or "bash")
        where shell >= 0 && words.Length > shell + 2
        select (words[shell], words[shell + 2]);

    private static Node Pod(string component, string values) =>
        Manifests(values).In($"{component}.deployment.yaml").Single().Root.At("spec.template.spec");

    private static ManifestFolder Manifests(string values) => BernsteinChart.Manifests(new ChartOptions { Values = values });
}
