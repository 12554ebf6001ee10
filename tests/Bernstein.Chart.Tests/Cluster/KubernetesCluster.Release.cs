namespace Bernstein.Chart.Tests.Cluster;

/// <content>What Helm does there.</content>
internal sealed partial class KubernetesCluster
{
    /// <summary>
    /// The files of values that every release of the tests takes, beneath their own: those that $BERNSTEIN_VALUES names, with a comma between. A path
    /// begins at the project.
    /// </summary>
    internal static IReadOnlyList<string> Beneath =>
        [
            .. (Environment.GetEnvironmentVariable("BERNSTEIN_VALUES") ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(file => Path.GetFullPath(file, Project.Root)),
        ];

    /// <summary>Runs Helm and returns what it printed.</summary>
    internal static string Helm(params IReadOnlyList<string> arguments) => Tool(HelmTool.Path, arguments).Run().Output;

    /// <summary>Runs Helm, whatever it ends with.</summary>
    internal static CommandResult TryHelm(params IReadOnlyList<string> arguments) => Tool(HelmTool.Path, arguments).TryRun();

    /// <summary>How the Helm that is there is told to take back an upgrade that fails.</summary>
    internal static string RollBackOnFailure => IsHelm3 ? "--atomic" : "--rollback-on-failure";

    /// <summary>How the Helm that is there is told to apply as Helm 3 does.</summary>
    internal static IReadOnlyList<string> OnTheClientsSide => IsHelm3 ? [] : ["--server-side=false"];

    private static bool IsHelm3 => Helm("version", "--template", "{{.Version}}").StartsWith("v3", StringComparison.Ordinal);

    /// <summary>Installs the chart, or upgrades to these values and no others, and waits until all is ready.</summary>
    internal string Deploy(string values = "", bool isPinned = true) => Helm(Upgrade(isPinned ? Pin : "", values));

    /// <summary>Upgrades to these values and no others, whatever becomes of it.</summary>
    internal CommandResult TryDeploy(string values, params IReadOnlyList<string> options) => TryHelm([.. Upgrade(Pin, values), .. options]);

    /// <summary>The number of the release's revision.</summary>
    internal static string Revision => $"{JsonNode.Parse(Helm("status", "bernstein", "--output", "json"))!["version"]}";

    /// <summary>
    /// Keeps postgres on one node: many clusters that people learn on have volumes that are folders of a node, and only on that
    /// node are the votes found again.
    /// </summary>
    internal string Pin => $"postgres: {{nodeSelector: {{kubernetes.io/hostname: {Workers[0].Host}}}}}\n";

    /// <summary>Whether the release serves a dashboard.</summary>
    internal static bool HasDashboard => IsOn("traefik", "dashboard");

    /// <summary>Whether redis of the release keeps the queue on a claim.</summary>
    internal static bool HasQueueOnAClaim => IsOn("redis", "volume");

    /// <summary>Whether HAProxy guards the connections of worker and result.</summary>
    internal static bool HasGuards => IsOn("guards");

    /// <summary>Whether the release hands in again what the worker took and did not write.</summary>
    internal static bool HasLedger => IsOn("redis", "ledger");

    /// <summary>Whether the release makes backups.</summary>
    internal static bool HasBackups => IsOn("backup");

    private static bool IsOn(params IReadOnlyList<string> path) =>
        path.Append("enabled")
            .Aggregate(JsonNode.Parse(Helm("get", "values", "bernstein", "--all", "--output", "json")), (values, key) => values?[key])
            ?.GetValue<bool>()
            is true;

    private static IReadOnlyList<string> Upgrade(string pin, string values) =>
        [
            .. "upgrade --install --wait --timeout 5m bernstein".Split(' '),
            Project.Chart,
            .. Beneath.SelectMany(file => new[] { "--values", file }),
            .. new ChartOptions { Values = pin }.Arguments,
            .. new ChartOptions { Values = values }.Arguments,
        ];
}
