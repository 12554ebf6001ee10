namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>One release under a load that rises step by step. After each step the queue runs empty.</summary>
internal sealed class LoadRun : IDisposable
{
    // So many votes take one worker some tens of seconds.
    private const int FullQueue = 20_000;

    /// <summary>A step that is over.</summary>
    private sealed record Step(int Voters, TimeSpan Began, TimeSpan Ended, TimeSpan Emptied, IReadOnlyList<TimedVote> Votes);

    private readonly KubernetesCluster _cluster;
    private readonly LoadSetting _setting;
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Gauge _waiting;
    private readonly Gauge _counted;
    private readonly ProcessorTime _processors;
    private readonly List<Step> _steps = [];
    private LoadStep? _fullQueue;

    internal LoadRun(KubernetesCluster cluster, LoadSetting setting)
    {
        (_cluster, _setting) = (cluster, setting);
        (_waiting, _counted) = (Gauge.Waiting(cluster, _clock), Gauge.Counted(cluster, _clock));
        _waiting.Await(TimeSpan.Zero, _ => true, "redis says how many votes wait");
        _processors = new ProcessorTime(cluster);
        _counted.Await(TimeSpan.Zero, _ => true, "postgres says how many voters are counted");
    }

    /// <summary>Lets so many voters vote for a time, and waits until no vote waits in redis.</summary>
    internal async Task Vote(int voters, TimeSpan time)
    {
        var began = _clock.Elapsed;
        var votes = await Crowd.Vote(_cluster.Addresses, voters, time, _clock);
        var ended = _clock.Elapsed;
        var emptied = _waiting.Await(ended, waiting => waiting == 0, "no vote waits in redis any more");
        _steps.Add(new Step(voters, began, ended, emptied, votes));
    }

    /// <summary>Puts many votes into redis at once, and waits until the workers have written them.</summary>
    internal void FillTheQueue()
    {
        _counted.Await(_clock.Elapsed, _ => true, "postgres says how many voters are counted");
        var stored = _counted.Counts[^1].Votes;
        _cluster.Execute(
            "redis",
            """redis-cli eval "for n = 1, ARGV[1] do redis.call('rpush', 'votes', cjson.encode({voter_id = 'full-' .. n, vote = 'c'})) end" 0 "$1" """,
            FullQueue.ToString(CultureInfo.InvariantCulture)
        );
        var began = _clock.Elapsed;
        var ended = _counted.Await(began, counted => counted >= stored + FullQueue, "every vote of a full queue is counted");
        _fullQueue = Row(new Step(0, began, ended, ended, []), FullQueue, new Dictionary<string, string>());
    }

    /// <summary>Compares every vote with the table, and returns all that was measured.</summary>
    internal LoadReport End()
    {
        ClusterTest.AwaitTheVotesBefore(_cluster.Addresses[0]);
        var visits = new Visits([.. _steps.SelectMany(step => step.Votes).Select(timed => timed.Vote)], 0, [], [], _clock.Elapsed);
        var table = _cluster.StoredVotes();
        KubernetesCluster.Until(
            () =>
            {
                table = _cluster.StoredVotes();
                var lost = visits.Lost(table).Count;
                return lost == 0 || (!MustKeepOrder && lost == visits.Overtaken(table).Count);
            },
            "every accepted vote is in the table, by its voter and its value"
        );
        var steps = _steps.Select(step => Row(step, step.Votes.Count(timed => timed.IsAccepted), table));
        return new LoadReport([.. _fullQueue is null ? steps : steps.Append(_fullQueue)]);
    }

    public void Dispose()
    {
        _waiting.Dispose();
        _counted.Dispose();
        _processors.Dispose();
    }

    /// <summary>Whether the last vote of each voter must count: two workers may write two votes of one voter in either order, until a ledger puts it right.</summary>
    private bool MustKeepOrder => _setting.Workers == 1 || _setting.HasLedger;

    private LoadStep Row(Step step, int accepted, IReadOnlyDictionary<string, string> table)
    {
        var visits = new Visits([.. step.Votes.Select(timed => timed.Vote)], 0, [], [], step.Ended);
        var overtaken = visits.Overtaken(table).Count;
        double? Busy(string component) => _processors.Busy(component, _start + step.Began, _start + step.Ended);
        return new LoadStep(
            _setting.PollInstances,
            _setting.Workers,
            _setting.HasLedger,
            step.Voters,
            (step.Ended - step.Began).TotalSeconds,
            accepted,
            step.Votes.Count(timed => !timed.IsAccepted),
            TimedVote.Within(step.Votes, 0.5),
            TimedVote.Within(step.Votes, 0.95),
            _waiting
                .Counts.Where(count => count.At > step.Began && count.At <= step.Emptied)
                .Select(count => count.Votes)
                .DefaultIfEmpty()
                .Max(),
            (step.Emptied - step.Ended).TotalSeconds,
            visits.Votes.GroupBy(vote => vote.Voter).Count(cast => cast.Count() > 1),
            overtaken,
            visits.Lost(table).Count - overtaken,
            Busy(ProcessorTime.Voters),
            Busy("traefik"),
            Busy("poll"),
            Busy("redis"),
            Busy("worker"),
            Busy("postgres")
        );
    }
}
