namespace Bernstein.Chart.Tests.Databases;

/// <summary>A script that the chart gives a container, as the rendered manifests have it.</summary>
internal sealed partial record ChartScript(string Text, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>What the ledger and the backups are rendered with.</summary>
    internal static ChartOptions Options { get; } =
        new() { Values = "redis: {volume: {enabled: true}, ledger: {enabled: true}}\nbackup: {enabled: true, keep: 2}" };

    /// <summary>That of the container of a name: the file that it runs of the ConfigMap scripts.</summary>
    internal static ChartScript Of(string container)
    {
        var found = Containers.Single(one => one["name"].Text == container);
        return new ChartScript(
            BernsteinChart
                .Manifests(Options)
                .Objects.Single(one => one.Kind == "ConfigMap" && one.Name == "scripts")
                .Root["data"][File().Match(found.At("args[0]").Text!).Groups[1].Value]
                .Text!,
            found["env"]
                .Items.Where(variable => variable["value"].Text is not null)
                .ToDictionary(variable => variable["name"].Text!, variable => variable["value"].Text!)
        );
    }

    /// <summary>The options of redis that make its file what the ledger reads.</summary>
    internal static IReadOnlyList<string> RedisOptions =>
        [
            .. Containers
                .Single(one => one["name"].Text == "redis")["args"]
                .Items.Select(item => item.Text!)
                .TakeWhile(item => item != "--maxmemory-policy"),
        ];

    private static IEnumerable<Node> Containers =>
        BernsteinChart.Manifests(Options).Objects.Select(Workload.Of).OfType<Workload>().SelectMany(workload => workload.Containers);

    /// <summary>The script, to be run with more variables, and these arguments behind it.</summary>
    internal Command Command(IEnumerable<KeyValuePair<string, string>> more, params IReadOnlyList<string> arguments) =>
        new("bash", ["-c", Text, "bash", .. arguments])
        {
            Environment = Variables.Concat(more).GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value),
        };

    [GeneratedRegex(@"/scripts/(\S+)")]
    private static partial Regex File();
}
