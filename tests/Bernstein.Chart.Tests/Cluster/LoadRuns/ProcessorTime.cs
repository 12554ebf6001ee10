namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>
/// How many processors each component keeps busy, as the kubelets count it, and how many the voters themselves. A kubelet looks every ten seconds or so:
/// it is asked more often, and what it says is taken by the time that it says.
/// </summary>
internal sealed class ProcessorTime : IDisposable
{
    /// <summary>The name that the voters have here: this process.</summary>
    internal const string Voters = "voters";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long a container has used processors.</summary>
    private readonly record struct Sample(string Pod, string Container, DateTimeOffset At, double Seconds);

    private readonly ConcurrentQueue<Sample> _samples = [];
    private readonly CancellationTokenSource _end = new();
    private readonly KubernetesCluster _cluster;
    private readonly IReadOnlyList<ClusterNode> _nodes;
    private readonly Task _looking;

    /// <summary>Begins to ask.</summary>
    internal ProcessorTime(KubernetesCluster cluster)
    {
        (_cluster, _nodes) = (cluster, cluster.Nodes);
        _looking = Task.Run(Look);
    }

    /// <summary>How many a component kept busy in a time, all its pods and containers together; null where not every kubelet has looked twice in it.</summary>
    internal double? Busy(string component, DateTimeOffset from, DateTimeOffset until)
    {
        var shares = _samples
            .Where(sample => sample.Pod.Split('-')[0] == component && sample.At >= from && sample.At <= until)
            .GroupBy(sample => (sample.Pod, sample.Container))
            .Select(samples => (First: samples.MinBy(sample => sample.At), Last: samples.MaxBy(sample => sample.At)))
            .Select(span =>
                span.Last.At > span.First.At
                    ? (double?)(span.Last.Seconds - span.First.Seconds) / (span.Last.At - span.First.At).TotalSeconds
                    : null
            )
            .ToArray();
        return shares.Length == 0 || shares.Contains(null) ? null : shares.Sum();
    }

    public void Dispose()
    {
        _end.Cancel();
        Task.WaitAny(_looking);
        _end.Dispose();
    }

    private async Task Look()
    {
        while (!_end.IsCancellationRequested)
        {
            using (var process = Process.GetCurrentProcess())
            {
                _samples.Enqueue(new Sample(Voters, "", DateTimeOffset.UtcNow, process.TotalProcessorTime.TotalSeconds));
            }

            foreach (var pod in _nodes.SelectMany(node => _cluster.Summary(node)?["pods"]?.AsArray() ?? []))
            {
                foreach (var container in pod!["containers"]?.AsArray() ?? [])
                {
                    if (container!["cpu"] is { } cpu && (double?)cpu["usageCoreNanoSeconds"] is { } nanoseconds)
                    {
                        _samples.Enqueue(
                            new Sample(
                                (string)pod["podRef"]!["name"]!,
                                (string)container["name"]!,
                                DateTimeOffset.Parse((string)cpu["time"]!, CultureInfo.InvariantCulture),
                                nanoseconds / 1e9
                            )
                        );
                    }
                }
            }

            await Task.Delay(Pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
