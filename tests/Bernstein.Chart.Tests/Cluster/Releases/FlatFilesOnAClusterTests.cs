namespace Bernstein.Chart.Tests.Cluster.Releases;

/// <summary>The process of the specification: the flat files in their order. The database makes its table itself.</summary>
[NeedsUnix("the shell")]
public sealed class FlatFilesOnAClusterTests : ClusterTest
{
    private static readonly string[][] Order =
    [
        ["cadvisor.daemonset"],
        ["postgres.secret", "postgres.configmap", "postgres.volume", "postgres.deployment", "postgres.service"],
        ["redis.configmap", "redis.deployment", "redis.service"],
        ["poll.deployment", "worker.deployment", "result.deployment", "poll.service", "result.service", "poll.ingress", "result.ingress"],
        ["traefik.rbac", "traefik.configmap", "traefik.deployment", "traefik.service"],
    ];

    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void Remove()
    {
        if (Cluster.Pods("postgres").Any(pod => pod.IsReady))
        {
            // The folder of the node itself can't be deleted from here.
            Cluster.Execute("postgres", "rm -rf /var/lib/postgresql/data/*");
        }

        // They have no labels but those of their pods.
        Cluster.Kubectl("delete", "--filename", _folder.In("manifests"), "--ignore-not-found");
        Cluster.Clear();
        // What Helm did not take over has no label that Clear could find it by.
        Cluster.Kubectl("delete", "--filename", Manifests, "--ignore-not-found", "--wait", "--timeout", "3m");
        _folder.Dispose();
    }

    private string Manifests => _folder.In("manifests");

    private string Values => _folder.In("values.yaml");

    [OneTimeSetUp]
    public void Apply()
    {
        File.WriteAllText(
            Values,
            $"postgres: {{volume: {{hostPath: /tmp/bernstein-{Guid.NewGuid():N}, node: {Cluster.Workers[0].Host}}}}}"
        );
        new Command(Project.In("scripts", "render"), [Manifests, "-f", Values]).Run();
        foreach (var step in Order)
        {
            Cluster.Kubectl(["apply", .. step.SelectMany(name => new[] { "--filename", Path.Combine(Manifests, $"{name}.yaml") })]);
        }

        foreach (var component in new[] { "postgres", "redis", "poll", "worker", "result", "traefik" })
        {
            KubernetesCluster.Until(
                () => Cluster.Pods(component) is { Count: > 0 } pods && pods.All(pod => pod.IsReady),
                $"{component} is ready"
            );
        }
    }

    [Test]
    public async Task A_vote_is_counted_without_the_Job()
    {
        // What the README offers to do by hand does no harm to a database that has made its table itself.
        Cluster.Query("CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)").ShouldContain("CREATE TABLE");
        await AssertThatAVoteIsCounted();
        foreach (var address in Cluster.Addresses)
        {
            (await NodePort.Read(address, "result.dop.io")).ShouldNotBeEmpty();
            (await NodePort.Read(address, "localhost", 30042, "/dashboard/")).ShouldNotBeEmpty();
        }
    }

    /// <summary>Helm 4 applies on the server's side: whoever writes again what Kubernetes wrote into the volume stops there, or cuts the claim off.</summary>
    [Test]
    public async Task Helm_takes_them_over_with_their_votes_and_upgrades_them()
    {
        await AssertThatAVoteIsCounted();
        var votes = Cluster.StoredVotes();
        KubernetesCluster.Helm("install", "bernstein", Project.Chart, "--values", Values, "--take-ownership", "--wait", "--timeout", "5m");
        KubernetesCluster.Helm("upgrade", "bernstein", Project.Chart, "--values", Values, "--wait", "--timeout", "5m");
        Cluster.AwaitRollouts();
        Cluster.StoredVotes().ShouldBe(votes, ignoreOrder: true);
        await AssertThatAVoteIsCounted();
    }
}
