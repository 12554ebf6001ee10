namespace Bernstein.Chart.Tests.Cluster;

/// <content>What is asked of the containers.</content>
internal sealed partial class KubernetesCluster
{
    /// <summary>The votes in the table, by the ids of the voters.</summary>
    internal IReadOnlyDictionary<string, string> StoredVotes() =>
        Query("SELECT id, vote FROM votes")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split('|'))
            .ToDictionary(row => row[0], row => row[1]);

    /// <summary>Asks the database.</summary>
    internal string Query(string statement) =>
        Execute(
            "postgres",
            "psql --no-align --tuples-only --username=\"$POSTGRES_USER\" --dbname=\"$POSTGRES_DB\" --command=\"$1\"",
            statement
        );

    /// <summary>How many votes wait in redis.</summary>
    internal int QueuedVotes() => int.Parse(Execute("redis", "redis-cli llen votes"), CultureInfo.InvariantCulture);

    /// <summary>Runs a shell script in the container of a component, in the pod that is ready where there is one.</summary>
    internal string Execute(string component, string script, params IReadOnlyList<string> arguments) =>
        Kubectl(Execution(component, script, arguments));

    /// <summary>Does so, whatever it ends with: the connection may end with the container, before the script does.</summary>
    internal CommandResult TryExecute(string component, string script) => TryKubectl(Execution(component, script, []));

    /// <summary>Starts one that runs beside a test, until its input ends.</summary>
    internal RunningCommand Follow(string component, string script, Action<string> hear) =>
        Tool(_kubectl, ["exec", "--stdin", .. Execution(component, script, []).Skip(1)]).Start(hear);

    private IReadOnlyList<string> Execution(string component, string script, IReadOnlyList<string> arguments)
    {
        var pod = Pods(component).FirstOrDefault(pod => pod.IsReady);
        var place = $"{pod?.Name ?? $"deployment/{component}"} --namespace {pod?.Namespace ?? "default"} --container {component}";
        return [.. $"exec {place} -- sh -c".Split(' '), script, "sh", .. arguments];
    }
}
