using Bernstein.Chart.Tests.Commands;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>The application as Helm installs it.</summary>
public sealed class InstallationTests : ReleaseTest
{
    [TestCase("redis", 1)]
    [TestCase("postgres", 1)]
    [TestCase("poll", 2)]
    [TestCase("worker", 1)]
    [TestCase("result", 2)]
    [TestCase("traefik", 2)]
    public void Every_instance_is_ready_and_on_a_node_of_its_own(string component, int instances)
    {
        var pods = Cluster.Pods(component);
        pods.Count.ShouldBe(instances);
        pods.ShouldAllBe(pod => KubernetesCluster.IsReady(pod));
        pods.Select(pod => (string?)pod["spec"]!["nodeName"]).Distinct().Count().ShouldBe(instances);
    }

    [Test]
    public void Cadvisor_runs_on_every_node()
    {
        var pods = Cluster.Pods("cadvisor");
        pods.Select(pod => (string?)pod["spec"]!["nodeName"]).ShouldBe(Cluster.Nodes.Select(KubernetesCluster.Name), ignoreOrder: true);
        pods.ShouldAllBe(pod => KubernetesCluster.IsReady(pod));
    }

    [Test]
    public async Task The_pages_and_the_dashboard_open_through_the_port_of_every_node()
    {
        foreach (var address in Cluster.Addresses)
        {
            (await Visitors.Read(address, "poll.dop.io")).ShouldNotBeEmpty();
            (await Visitors.Read(address, "result.dop.io")).ShouldNotBeEmpty();
            (await Visitors.Read(address, "localhost", 30042, "/dashboard/")).ShouldContain("Traefik", Case.Insensitive);
        }
    }

    [Test]
    public Task A_vote_is_counted() => AssertThatAVoteIsCounted();

    [Test]
    public async Task A_vote_changes_what_a_browser_shows_of_the_result()
    {
        var before = Shown();
        before.ShouldNotBeEmpty();
        await AssertThatAVoteIsCounted();
        KubernetesCluster.Until(() => Shown() != before, "the result page shows the vote");
    }

    [Test]
    public void The_release_passes_its_own_test() => KubernetesCluster.Helm("test", "bernstein").ShouldContain("Succeeded");

    [Test]
    public void The_test_of_the_release_names_what_does_not_answer()
    {
        Cluster.Kubectl("scale", "deployment/redis", "--replicas", "0");
        KubernetesCluster.Until(() => Cluster.IsGone("redis"), "redis is gone");
        try
        {
            KubernetesCluster.TryHelm("test", "bernstein").ExitCode.ShouldNotBe(0);
            Cluster
                .Kubectl("logs", "bernstein-test")
                .ShouldSatisfyAllConditions(
                    log => log.ShouldContain("FAILED  redis answers at redis"),
                    log => log.ShouldContain("ok      the votes table is there")
                );
        }
        finally
        {
            Cluster.Kubectl("scale", "deployment/redis", "--replicas", "1");
            Cluster.AwaitRollouts();
        }
    }

    /// <summary>The text of the result page in a browser, which runs its scripts and knows the host name.</summary>
    private static string Shown()
    {
        if (Browser.Path is not { } browser)
        {
            Assert.Ignore(Browser.Missing);
            return "";
        }

        using var profile = new TemporaryFolder();
        var page = new Command(
            browser,
            [
                .. Browser.Quiet(profile.Path),
                "--virtual-time-budget=10000",
                $"--host-resolver-rules=MAP result.dop.io {Cluster.Addresses[0]}",
                "--dump-dom",
                "http://result.dop.io:30021/",
            ]
        )
            .Run()
            .Output;
        return System
            .Text.RegularExpressions.Regex.Match(page, "<h1>.*</h1>|<body.*", System.Text.RegularExpressions.RegexOptions.Singleline)
            .Value;
    }
}
