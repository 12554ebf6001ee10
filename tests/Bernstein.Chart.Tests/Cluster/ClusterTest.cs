using System.Net;
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

    /// <summary>Casts a vote through one node, again where it is not accepted, and waits until it is in the table.</summary>
    internal static async Task AssertThatAVoteIsCounted(string host = "poll.dop.io", int port = 30021)
    {
        string? voter = null;
        await Task.Run(() => KubernetesCluster.Until(() => (voter = TryVote(host, port)) is not null, "a vote is accepted"));
        KubernetesCluster.Until(() => Cluster.StoredVotes().Contains(voter!), $"the vote of {voter} is in the table");
    }

    // With this answer poll says that it does not reach redis, which the nodes learn of some moments after it is ready.
    private static string? TryVote(string host, int port)
    {
        try
        {
            return Visitors.Vote(Cluster.Addresses[0], host, port).GetAwaiter().GetResult();
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.InternalServerError)
        {
            return null;
        }
    }
}
