using System.Net;
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
        var voter = await CastVote(host, port);
        KubernetesCluster.Until(() => AreStored([voter]), $"the vote of {voter} is in the table");
    }

    /// <summary>Casts a vote through one node, again where it is not accepted, and returns who cast it.</summary>
    private protected static async Task<string> CastVote(string host = "poll.dop.io", int port = 30021)
    {
        string? voter = null;
        await Task.Run(() =>
            KubernetesCluster.Until(() => (voter = TryVote(Cluster.Addresses[0], host, port)) is not null, "a vote is accepted")
        );
        return voter!;
    }

    /// <summary>Waits until every vote that was cast before is counted, or lost for good: until a later one is.</summary>
    internal static void AwaitTheVotesBefore(string address)
    {
        var later = new List<string>();
        KubernetesCluster.Until(
            () =>
            {
                if (TryVote(address) is { } voter)
                {
                    later.Add(voter);
                }

                return later.Any(voter => AreStored([voter]));
            },
            "a later vote is in the table"
        );
    }

    /// <summary>Whether the votes of these voters are in the table.</summary>
    internal static bool AreStored(IReadOnlyCollection<string> voters) =>
        Cluster.Query($"SELECT count(*) FROM votes WHERE id IN ('{string.Join("', '", voters)}')").Trim() == $"{voters.Count}";

    // With this answer poll says that it does not reach redis, which the nodes learn of some moments after it is ready.
    private static string? TryVote(string address, string host = "poll.dop.io", int port = 30021)
    {
        try
        {
            return NodePort.Vote(address, host, port).GetAwaiter().GetResult();
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.InternalServerError)
        {
            return null;
        }
    }
}
