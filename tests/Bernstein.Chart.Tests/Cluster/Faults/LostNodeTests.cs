namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>
/// A node is lost without a word, and comes back. No connection is closed: whoever waits for an answer from there waits on. The visitors come
/// through the other nodes.
/// </summary>
public sealed class LostNodeTests : FaultTest
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    /// <summary>How long Kubernetes leaves a pod on a lost node, where nothing says otherwise.</summary>
    private static readonly TimeSpan Toleration = TimeSpan.FromMinutes(5);

    private protected override void Deploy()
    {
        LostNode.RequireProgram();
        base.Deploy();
    }

    // Pages and Traefik are on both nodes, and postgres on the first one, where its volume is.
    [TestCase(1)]
    [TestCase(1, "redis")]
    [TestCase(1, "worker")]
    [TestCase(0)]
    [TestCase(0, "redis", "worker")]
    public async Task Votes_are_counted_and_shown_again_within_a_minute_of_what_was_lost_being_ready(int lost, params string[] along)
    {
        var (node, other) = (Cluster.Workers[lost], Cluster.Workers[1 - lost]);
        // The worker exits with its redis, and one that has exited would begin afresh on any node: it comes last.
        foreach (var component in new[] { "redis", "worker" })
        {
            Gather(along.Contains(component) ? node : other, component);
        }

        AssertSoonCounted(await Lose(node, awaitReturn: lost == 0), inTheQueue: along.Contains("redis") ? Visitors.VotesASecond : 1);
    }

    /// <summary>
    /// Without guards a fault costs what the report says. With them, what waited in a lost queue, or was in the hands of the worker, may be
    /// gone. A vote may also be counted before an earlier one of the same voter: what ran on the node knows nothing of its successors when it is
    /// back, and for some seconds Traefik may use a connection to it that it has kept. With a ledger none of both is left in the end.
    /// </summary>
    internal static void AssertSoonCounted(FaultRow row, int inTheQueue)
    {
        if (!KubernetesCluster.HasGuards)
        {
            return;
        }

        row.SinceReady.ShouldNotBeNull().ShouldBeLessThan(Bound.TotalSeconds);
        (KubernetesCluster.HasLedger ? row.Lost : row.Lost - row.Overtaken).ShouldBeLessThanOrEqualTo(
            KubernetesCluster.HasLedger ? 0 : inTheQueue
        );
    }

    /// <summary>Loses a node and takes the time from when redis, postgres and worker are ready again.</summary>
    internal static async Task<FaultRow> Lose(ClusterNode node, bool awaitReturn)
    {
        string[] single = ["redis", "worker", "postgres"];
        var pods = single.Concat(["poll", "result", "traefik"]).ToDictionary(component => component, Cluster.Pods);
        var there = pods.Where(component => component.Value.Any(pod => pod.Node == node.Name)).Select(component => component.Key).ToArray();
        var gone = pods.SelectMany(component => component.Value).Where(pod => pod.Node == node.Name).Select(pod => pod.Uid).ToHashSet();
        var (_, row) = await Befall(
            $"a node is lost with {string.Join(", ", there)}{(awaitReturn ? ", and the database comes back with it" : "")}",
            incident =>
            {
                var left = Connected(there).SelectMany(Cluster.Pods).Where(pod => pod.Node != node.Name).ToArray();
                using var cutOff = new LostNode(node);
                cutOff.AwaitNotice();
                AwaitReady(there.Intersect(awaitReturn ? ["redis"] : single), gone);
                if (awaitReturn)
                {
                    cutOff.ComeBack();
                    AwaitReady(there.Intersect(single), []);
                }

                if (!KubernetesCluster.HasGuards)
                {
                    // What somebody must do then: nobody else sees for hours that a connection leads nowhere.
                    Cluster.Delete(left);
                    AwaitReady(["worker"], gone);
                }

                incident.AwaitCounting();
                cutOff.ComeBack();
            },
            [.. Cluster.Addresses.Except(node.Addresses.SelectMany(addresses => addresses))]
        );
        return row;
    }

    // Who had a connection to what was lost.
    private static string[] Connected(IReadOnlyList<string> lost) =>
        lost.Contains("postgres") ? ["worker", "result"]
        : lost.Contains("redis") ? ["worker"]
        : [];

    // A pod that is lost is ready for as long as nobody has noticed.
    private static void AwaitReady(IEnumerable<string> components, HashSet<string> gone)
    {
        foreach (var component in components)
        {
            KubernetesCluster.Until(
                () => Cluster.Pods(component) is [{ IsReady: true } pod] && !gone.Contains(pod.Uid),
                $"{component} is ready again",
                KubernetesCluster.HasGuards ? default : Toleration
            );
        }
    }
}
