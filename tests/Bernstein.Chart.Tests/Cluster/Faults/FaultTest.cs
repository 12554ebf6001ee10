namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>What the tests of faults have in common: visitors come while one happens, and each has a row in the report.</summary>
public abstract class FaultTest : ReleaseTest
{
    private readonly Load _load = new();

    [OneTimeTearDown]
    public void Rest() => _load.Dispose();

    /// <summary>Lets something happen while visitors come, reports what it cost them, and returns what they met with.</summary>
    private protected static async Task<(Visits Visits, FaultRow Row)> Befall(
        string fault,
        Action<Incident> happens,
        IReadOnlyList<string>? addresses = null
    )
    {
        StartAfresh("worker");
        StartAfresh("result");
        Cluster.AwaitRollouts();
        using var incident = new Incident(Cluster, addresses ?? Cluster.Addresses);
        happens(incident);
        var (visits, row) = await incident.End(fault);
        ClusterSession.Report.Add(row);
        return (visits, row);
    }

    /// <summary>Skips what only holds where somebody watches the connections of worker and result.</summary>
    private protected static void RequireGuards()
    {
        if (!KubernetesCluster.HasGuards)
        {
            Assert.Ignore("without guards.enabled nobody sees that a connection leads nowhere: BERNSTEIN_VALUES=values/modern.yaml has it");
        }
    }

    /// <summary>A container that ended before is started later each time, up to five minutes: the next fault is not to wait for that.</summary>
    private static void StartAfresh(string component) => Cluster.Delete(Cluster.Pods(component).Where(pod => pod.Restarts > 0));

    /// <summary>Brings the pods of components to one node, where they may run on it, as pods whose containers have not exited yet.</summary>
    private protected static void Gather(ClusterNode node, params IReadOnlyList<string> components)
    {
        var elsewhere = components.SelectMany(Cluster.Pods).Where(pod => pod.Node != node.Name || pod.Restarts > 0).ToArray();
        if (elsewhere.Length == 0)
        {
            return;
        }

        var others = Cluster.Workers.Where(other => other.Name != node.Name).Select(other => other.Name).ToArray();
        Cluster.Kubectl(["cordon", .. others]);
        try
        {
            Cluster.Delete(elsewhere);
            Cluster.AwaitRollouts();
        }
        finally
        {
            Cluster.Kubectl(["uncordon", .. others]);
        }
    }
}
