using NUnit.Framework.Internal;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>Says whether there is a cluster to test on, and that it is free; leaves it as it was.</summary>
[SetUpFixture]
public sealed class ClusterSession
{
    private const string NoCluster = "KUBECONFIG names no cluster (see docs/testing.md)";

    /// <summary>Where $KUBECONFIG names a cluster, that one.</summary>
    internal static KubernetesCluster? Cluster { get; } = Project.Variable("KUBECONFIG") is null ? null : new KubernetesCluster();

    /// <summary>When this run began.</summary>
    internal static DateTime Began { get; } = DateTime.UtcNow;

    /// <summary>What the faults of this run cost.</summary>
    internal static FaultReport Report { get; } = new();

    private bool _isOurs;

    [OneTimeSetUp]
    public void Look()
    {
        if (Cluster is null)
        {
            Assert.Ignore(NoCluster);
        }

        if (Cluster.Workers.Count(node => node.IsReady) is < 2 and var ready)
        {
            Assert.Ignore($"the cluster has {ready} ready node that ordinary pods may run on, and the defaults of the chart need two");
        }

        if (Environment.GetEnvironmentVariable("BERNSTEIN_CLUSTER") == "replace")
        {
            Cluster.Clear();
        }

        if (Cluster.Occupants() is { Count: > 0 } occupants)
        {
            throw new InvalidOperationException(
                $"the cluster is in use: it has {string.Join(", ", occupants)}. Remove them, or set BERNSTEIN_CLUSTER=replace, which uninstalls a release called bernstein and deletes every object labelled app.kubernetes.io/instance=bernstein, the votes too"
            );
        }

        _isOurs = true;
    }

    [OneTimeTearDown]
    public void Leave()
    {
        if (_isOurs)
        {
            Cluster!.Clear();
        }

        if (Report.ToString() is { Length: > 0 } report)
        {
            TestContext.Error.WriteLine($"{report}The least and the most of all runs: {FaultReport.TableOfAllRuns}");
        }
    }
}
