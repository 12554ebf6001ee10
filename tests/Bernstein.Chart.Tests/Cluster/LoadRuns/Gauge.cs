namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>A number of votes that a component is asked for once a second, by one command that stays: a new one each time would cost what is measured.</summary>
internal sealed class Gauge : IDisposable
{
    private readonly ConcurrentQueue<Count> _counts = [];
    private readonly RunningCommand _command;

    private Gauge(KubernetesCluster cluster, Stopwatch clock, string component, string script) =>
        _command = cluster.Follow(
            component,
            // It ends with its input, and leaves nothing behind in the container.
            $"{script} & cat >/dev/null; kill $!",
            line =>
            {
                if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var votes))
                {
                    _counts.Enqueue(new Count(clock.Elapsed, votes));
                }
            }
        );

    /// <summary>How many votes wait in redis.</summary>
    internal static Gauge Waiting(KubernetesCluster cluster, Stopwatch clock) =>
        new(cluster, clock, "redis", "redis-cli -r -1 -i 1 llen votes");

    /// <summary>How many voters are counted.</summary>
    internal static Gauge Counted(KubernetesCluster cluster, Stopwatch clock) =>
        new(
            cluster,
            clock,
            "postgres",
            """while psql --no-align --tuples-only --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --command='SELECT count(*) FROM votes'; do sleep 1; done"""
        );

    /// <summary>What was read so far.</summary>
    internal IReadOnlyList<Count> Counts => [.. _counts];

    /// <summary>Waits for a number that is read after a moment.</summary>
    internal TimeSpan Await(TimeSpan after, Func<int, bool> isReached, string what)
    {
        var reached = default(Count);
        KubernetesCluster.Until(
            () => (reached = _counts.FirstOrDefault(count => count.At > after && isReached(count.Votes))).At > after,
            what
        );
        return reached.At;
    }

    public void Dispose() => _command.Dispose();
}
