namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>Something that befalls the application while visitors come: from when all is well until all is well again.</summary>
internal sealed class Incident : IDisposable
{
    /// <summary>By when the ledger has handed in again what was lost: what is long past is looked at once a minute.</summary>
    private static readonly TimeSpan HandedIn = TimeSpan.FromMinutes(2);

    private readonly KubernetesCluster _cluster;
    private readonly IReadOnlyList<string> _addresses;
    private readonly Visitors _visitors;
    private readonly TimeSpan _began;
    private TimeSpan _judgedFrom;
    private TimeSpan? _sinceReady;

    /// <summary>Lets visitors come, and waits until each of them is served.</summary>
    internal Incident(KubernetesCluster cluster, IReadOnlyList<string> addresses)
    {
        (_cluster, _addresses) = (cluster, addresses);
        _visitors = new Visitors(addresses);
        KubernetesCluster.Until(
            () => _visitors.Accepted >= Visitors.VotesASecond && _visitors.Shown.All(shown => shown > 0),
            "votes are accepted and every reader sees a count"
        );
        _began = _visitors.Elapsed;
    }

    /// <summary>Leaves the votes until now out of the question whether any is lost.</summary>
    internal void JudgeVotesFromNow() => _judgedFrom = _visitors.Elapsed;

    /// <summary>Waits until every reader sees that votes are counted, and takes the time: call it when what was lost is replaced and ready.</summary>
    internal void AwaitCounting()
    {
        var (ready, shown) = (_visitors.Elapsed, _visitors.Shown);
        KubernetesCluster.Until(
            () => !_visitors.Shown.Zip(shown).Any(pair => pair.First == pair.Second),
            "every reader sees votes counted"
        );
        _sinceReady = _visitors.Elapsed - ready;
    }

    /// <summary>Waits until every workload is ready and votes are accepted and counted, and sends the visitors home.</summary>
    internal async Task<(Visits Visits, FaultRow Row)> End(string fault)
    {
        _cluster.AwaitRollouts();
        var (accepted, shown) = (_visitors.Accepted, _visitors.Shown);
        KubernetesCluster.Until(
            () =>
                _visitors.Accepted >= accepted + Visitors.VotesASecond
                && !_visitors.Shown.Zip(shown).Any(pair => pair.First == pair.Second),
            "votes are accepted, and every reader sees them counted"
        );
        var visits = await _visitors.Leave();
        // Not through a node that has just come back: for some seconds its port may lead to what ended there.
        ClusterTest.AwaitTheVotesBefore(_addresses[0]);
        var judged = visits with { Votes = [.. visits.Votes.Where(vote => vote.Answered >= _judgedFrom)] };
        var table = StoredVotes(judged);
        var row = new FaultRow(
            ClusterSession.Began,
            _cluster.Description,
            Load.Loops,
            fault,
            visits.Votes.Count - visits.Refused.Count,
            judged.Lost(table).Count,
            judged.Overtaken(table).Count,
            visits.Refused.Count,
            visits.LongestWithoutAcceptance(_began).TotalSeconds,
            visits.Unopened.Count,
            visits.BadRequests,
            visits.LongestWithoutCount(_began).TotalSeconds,
            visits.LongestStandstill(_began).TotalSeconds,
            _sinceReady?.TotalSeconds,
            string.Join(" and ", KubernetesCluster.Beneath.Select(Path.GetFileName))
        );
        return (visits, row);
    }

    private IReadOnlyDictionary<string, string> StoredVotes(Visits judged)
    {
        var table = _cluster.StoredVotes();
        var watch = Stopwatch.StartNew();
        while (judged.Lost(table).Count > 0 && watch.Elapsed < HandedIn && KubernetesCluster.HasLedger)
        {
            Thread.Sleep(1000);
            table = _cluster.StoredVotes();
        }

        return table;
    }

    public void Dispose() => _visitors.Dispose();
}
