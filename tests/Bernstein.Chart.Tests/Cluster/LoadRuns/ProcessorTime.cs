using System.Diagnostics;
using System.Globalization;

namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>How long processors have worked for each container, as the kubelets say it, and for the voters themselves.</summary>
internal sealed class ProcessorTime
{
    /// <summary>The name that the voters have here: this process.</summary>
    internal const string Voters = "voters";

    private readonly Dictionary<(string Pod, string Container), (DateTimeOffset At, double Seconds)> _used = [];

    /// <summary>Asks every kubelet. One that does not answer is left out.</summary>
    internal ProcessorTime(KubernetesCluster cluster)
    {
        using var process = Process.GetCurrentProcess();
        _used[(Voters, "")] = (DateTimeOffset.UtcNow, process.TotalProcessorTime.TotalSeconds);
        foreach (var pod in cluster.Nodes.SelectMany(node => cluster.Summary(node)?["pods"]?.AsArray() ?? []))
        {
            var name = (string)pod!["podRef"]!["name"]!;
            foreach (var container in pod["containers"]?.AsArray() ?? [])
            {
                if (container!["cpu"] is { } cpu && (double?)cpu["usageCoreNanoSeconds"] is { } nanoseconds)
                {
                    _used[(name, (string)container["name"]!)] = (
                        DateTimeOffset.Parse((string)cpu["time"]!, CultureInfo.InvariantCulture),
                        nanoseconds / 1e9
                    );
                }
            }
        }
    }

    /// <summary>How many processors a component kept busy since then, all its pods and containers together; null where nobody says it.</summary>
    internal double? Since(ProcessorTime before, string component)
    {
        var spans = _used
            .Where(used => used.Key.Pod.Split('-')[0] == component && before._used.ContainsKey(used.Key))
            .Select(used => (used.Value, Earlier: before._used[used.Key]))
            .Where(span => span.Value.At > span.Earlier.At)
            .Select(span => (span.Value.Seconds - span.Earlier.Seconds) / (span.Value.At - span.Earlier.At).TotalSeconds)
            .ToArray();
        return spans.Length == 0 ? null : spans.Sum();
    }
}
