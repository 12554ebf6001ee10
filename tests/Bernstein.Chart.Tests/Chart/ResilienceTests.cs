using Bernstein.Chart.Tests.Harness;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Yaml;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>What keeps the votes when something breaks, as far as a rendering tells. The rest is tested on a cluster.</summary>
public sealed class ResilienceTests
{
    [Test]
    public void A_pod_leaves_a_lost_node_after_half_a_minute(
        [Values("redis", "postgres", "poll", "worker", "result", "traefik")] string component
    )
    {
        var tolerations = Pod(component, $"{component}: {{tolerations: [{{key: gpu, operator: Exists}}]}}").At("tolerations").Items;
        tolerations[0].At("key").Text.ShouldBe("gpu");
        tolerations
            .Skip(1)
            .Select(toleration => (toleration["key"].Text, toleration["effect"].Text, toleration["tolerationSeconds"].Number))
            .ShouldBe([("node.kubernetes.io/not-ready", "NoExecute", 30L), ("node.kubernetes.io/unreachable", "NoExecute", 30L)]);
    }

    [Test]
    public void Traefik_does_not_try_again() =>
        Pod("traefik", "{}")
            .At("containers[0].args")
            .Items.Select(argument => argument.Text!.Split(['.', '='])[0])
            .ShouldSatisfyAllConditions(options => options.ShouldContain("--kubernetes"), options => options.ShouldNotContain("--retry"));

    [TestCase("{}", "RollingUpdate")]
    [TestCase("redis: {volume: {enabled: true}}", "Recreate")]
    public void A_new_redis_comes_first_unless_both_would_need_the_volume(string values, string strategy) =>
        Manifests(values).In("redis.deployment.yaml").Single().Root.At("spec.strategy.type").Text.ShouldBe(strategy);

    [Test]
    public void A_full_queue_tells_the_voter_and_leaves_memory_for_its_file()
    {
        var redis = Pod("redis", "{}").At("containers[0]");
        redis["args"][0].Text.ShouldNotBeNull().ShouldContain("--maxmemory-policy noeviction --maxmemory \"$((MEMORY_LIMIT * 6 / 10))\"");
        redis["env"]
            .Items.Single(variable => variable["name"].Text == "MEMORY_LIMIT")
            .At("valueFrom.resourceFieldRef.resource")
            .Text.ShouldBe("limits.memory");
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

    [Test]
    public void The_worker_is_watched_for_the_databases_of_the_release_alone()
    {
        Watch("{}")
            .ShouldSatisfyAllConditions(
                ours => ours.ShouldContain("CLIENT LIST"),
                ours => ours.ShouldContain("pg_stat_activity"),
                ours => ours.ShouldContain("trap let_go INT TERM\n")
            );
        Watch("redis: {external: {host: redis.example.org}}")
            .ShouldSatisfyAllConditions(
                theirs => theirs.ShouldNotContain("CLIENT "),
                theirs => theirs.ShouldContain("pg_stat_activity"),
                theirs => theirs.ShouldContain("trap exit INT TERM\n")
            );
        Watch("postgres: {external: {host: db.example.org, port: 6432}, password: not-a-secret}")
            .ShouldSatisfyAllConditions(
                theirs => theirs.ShouldContain("CLIENT LIST"),
                theirs => theirs.ShouldNotContain("pg_stat_activity"),
                theirs => theirs.ShouldContain("grep -q ':1920 08 '", customMessage: "6432 as /proc/net/tcp writes it")
            );
    }

    // As the kernel writes it: own address, the other's, state, queues, timer, repeats. 01 is a connection, 02 one that is being made, 1538 is port 5432.
    [TestCase("01", "00000000:00000000 00:00000000 00000000", false)]
    [TestCase("01", "00000000:00000031 01:00000A3C 00000008", false)]
    [TestCase("01", "00000000:00000031 01:00002B1F 00000009", true)]
    [TestCase("02", "00000001:00000000 01:0000005F 00000004", false)]
    [TestCase("02", "00000001:00000000 01:00000C3F 00000005", true)]
    [NeedsUnix("the shell")]
    public void Result_and_the_watch_give_up_a_server_that_does_not_answer(string state, string rest, bool isGivenUp)
    {
        using var folder = new TemporaryFolder();
        var table = folder.In("tcp");
        File.WriteAllText(table, Connection(state, rest));
        ProbeSucceeds(table, folder.In("log")).ShouldBe(!isGivenUp);
        Succeeds(Line(Watch("{}"), "02 ")).ShouldBe(isGivenUp && state == "02");

        bool Succeeds(string script) => new Command("sh", ["-c", script.Replace("/proc/net/tcp*", table)]).TryRun().ExitCode == 0;
        static string Line(string script, string with) =>
            script.Split('\n').Single(line => line.Contains(with)).Replace("elif", "").Replace("; then", "").Trim();
    }

    // 06: it has ended the connection itself. 08: the server has.
    [TestCase("01", true)]
    [TestCase("06", true)]
    [TestCase("08", false)]
    [TestCase(null, false)]
    [NeedsUnix("the shell")]
    public void Result_that_had_a_connection_and_has_none_is_given_up(string? state, bool isAlive)
    {
        using var folder = new TemporaryFolder();
        var (table, log) = (folder.In("tcp"), folder.In("log"));
        File.WriteAllText(log, "");
        IsAlive(null).ShouldBeTrue("there was none yet");
        File.ReadAllText(log).ShouldBeEmpty();
        IsAlive("01").ShouldBeTrue();
        IsAlive(state).ShouldBe(isAlive);
        File.ReadAllText(log).ShouldBe(isAlive ? "It was connected to postgres.\n" : "It had no connection to postgres any more.\n");

        bool IsAlive(string? now)
        {
            File.WriteAllText(table, now is null ? "" : Connection(now));
            return ProbeSucceeds(table, log);
        }
    }

    [Test]
    [NeedsUnix("the shell")]
    public void Result_that_can_not_note_its_connection_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("tcp"), Connection("01"));
        ProbeSucceeds(folder.In("tcp"), log: folder.In("none/log")).ShouldBeTrue();
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

    // A line of the kernel's table of connections.
    private static string Connection(string state, string rest = "00000000:00000000 00:00000000 00000000") =>
        $"   1: 0A01F40A:B1C4 0A02600A:1538 {state} {rest}     0        0 41877 2 0000000000000000\n";

    private static bool ProbeSucceeds(string table, string log)
    {
        var script = Pod("result", "{}").At("containers[0].livenessProbe.exec.command[2]").Text!;
        return new Command("sh", ["-c", script.Replace("/proc/net/tcp*", table).Replace("/dev/termination-log", log)]).TryRun().ExitCode
            == 0;
    }

    private static string Watch(string values) =>
        Pod("worker", values).At("containers").Items.Single(container => container["name"].Text == "watch").At("args[0]").Text!;

    private static Node Pod(string component, string values) =>
        Manifests(values).In($"{component}.deployment.yaml").Single().Root.At("spec.template.spec");

    private static ManifestFolder Manifests(string values) => BernsteinChart.Manifests(new ChartOptions { Values = values });
}
