namespace Bernstein.Chart.Tests.Cluster.Releases;

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
        pods.ShouldAllBe(pod => pod.IsReady);
        pods.Select(pod => pod.Node).Distinct().Count().ShouldBe(instances);
    }

    [Test]
    public void Cadvisor_runs_on_every_node()
    {
        var pods = Cluster.Pods("cadvisor");
        pods.Select(pod => pod.Node).ShouldBe(Cluster.Nodes.Select(node => node.Name), ignoreOrder: true);
        pods.ShouldAllBe(pod => pod.IsReady);
    }

    [Test]
    public async Task The_pages_open_through_the_port_of_every_node()
    {
        foreach (var address in Cluster.Addresses)
        {
            (await NodePort.Read(address, "poll.dop.io")).ShouldNotBeEmpty();
            (await NodePort.Read(address, "result.dop.io")).ShouldNotBeEmpty();
        }
    }

    [Test]
    public async Task The_dashboard_opens_through_the_port_of_every_node_where_it_is_asked_for()
    {
        foreach (var address in Cluster.Addresses)
        {
            if (!KubernetesCluster.HasDashboard)
            {
                await Should.ThrowAsync<HttpRequestException>(() => NodePort.Read(address, "localhost", 30042, "/dashboard/"));
                continue;
            }

            (await NodePort.Read(address, "localhost", 30042, "/dashboard/")).ShouldContain("Traefik", Case.Insensitive);
        }
    }

    [Test]
    public Task A_vote_is_counted() => AssertThatAVoteIsCounted();

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
}
