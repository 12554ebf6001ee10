using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>What the tests on a running cluster have in common: one at a time, in the order they stand, and a look at the cluster after a failure.</summary>
[Category("Cluster")]
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public abstract class ClusterTest
{
    internal static KubernetesCluster Cluster => ClusterSession.Cluster!;

    [TearDown]
    public void LookAfterFailure()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            TestContext.Out.WriteLine(Cluster.Diagnose());
        }
    }

    /// <summary>Casts a vote through one node, and waits until it is in the table.</summary>
    internal static async Task AssertThatAVoteIsCounted(string host = "poll.dop.io", int port = 30021)
    {
        var voter = await Visitors.Vote(Cluster.Addresses[0], host, port);
        KubernetesCluster.Until(() => Cluster.StoredVotes().Contains(voter), $"the vote of {voter} is in the table");
    }
}
