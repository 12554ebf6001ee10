namespace Bernstein.Chart.Tests.Cluster;

/// <summary>A running cluster, worked with as an operator would: through kubectl and Helm.</summary>
internal sealed class KubernetesCluster
{
    /// <summary>The namespaces that the application lives in.</summary>
    private static readonly string[] Namespaces = ["default", "kube-public", "kube-system"];

    /// <summary>Those whose every pod must be ready before all is well.</summary>
    private static readonly string?[] Components = ["redis", "postgres", "poll", "worker", "result"];

    /// <summary>The kinds that the chart makes, those that its objects own aside.</summary>
    private const string Kinds =
        "deployment,daemonset,cronjob,job,pod,service,ingress,configmap,secret,serviceaccount,persistentvolumeclaim,poddisruptionbudget,horizontalpodautoscaler";

    private const string ClusterKinds = "persistentvolume,clusterrole,clusterrolebinding,ingressclass";

    // What the pods of the flat files have too.
    private const string Mark = "app.kubernetes.io/instance=bernstein";

    /// <summary>Long enough for images to be pulled, and for a deadlock to be told from a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _kubectl =
        Environment.GetEnvironmentVariable("KUBECTL") is { Length: > 0 } named ? named
        : File.Exists(Project.In(".tools", "bin", "kubectl")) ? Project.In(".tools", "bin", "kubectl")
        : "kubectl";

    /// <summary>Its version, and how many nodes ordinary pods may run on.</summary>
    internal string Description =>
        $"Kubernetes {(string?)JsonNode.Parse(Kubectl("version", "--output", "json"))!["serverVersion"]!["gitVersion"]} with {Workers.Count} workers";

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

    /// <summary>The nodes that ordinary pods may run on.</summary>
    internal IReadOnlyList<ClusterNode> Workers => [.. Nodes.Where(node => node.IsWorker)];

    /// <summary>Every node.</summary>
    internal IReadOnlyList<ClusterNode> Nodes => [.. List("nodes").Select(ClusterNode.Of)];

    /// <summary>
    /// Where the ports of the nodes are reached: what $BERNSTEIN_NODES says, for clusters whose nodes have other addresses outside than
    /// inside; else the nodes' own. They are asked for each time.
    /// </summary>
    internal IReadOnlyList<string> Addresses =>
        Environment.GetEnvironmentVariable("BERNSTEIN_NODES") is { Length: > 0 } named
            ? named.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            : [.. Workers.Select(node => node.Addresses["InternalIP"].First())];

    /// <summary>The pods of a component that are not on their way out.</summary>
    internal IReadOnlyList<Pod> Pods(string component) => [.. AllPods(component).Where(pod => !pod.IsLeaving)];

    /// <summary>The pods of a component, those on their way out too.</summary>
    internal IReadOnlyList<Pod> AllPods(string component) =>
        [.. List("pods", "--all-namespaces", "--selector", $"{Mark},app.kubernetes.io/name={component}").Select(Pod.Of)];

    /// <summary>Whether even the last pod of a component that was on its way out is gone.</summary>
    internal bool IsGone(string component) => AllPods(component).Count == 0;

    /// <summary>What is there of an application like this one, or stands in its way.</summary>
    internal IReadOnlyList<string> Occupants() =>
        [
            .. Namespaces.SelectMany(name =>
                Kubectl("get", "deployment,daemonset,service,persistentvolumeclaim", "--namespace", name, "--output", "name")
                    .Split('\n')
                    .Where(found =>
                        found.Split('/')[^1] is "redis" or "postgres" or "poll" or "worker" or "result" or "traefik" or "cadvisor"
                    )
                    .Select(found => $"{found} in {name}")
            ),
            .. Kubectl("get", ClusterKinds, "--selector", Mark, "--output", "name").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            .. Kubectl("get", "secret,pod", "--all-namespaces", "--selector", Mark, "--output", "name")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries),
            // Where Helm keeps its releases; what lists them all differs between its versions.
            .. Kubectl("get", "secret", "--all-namespaces", "--selector", "owner=helm,name=bernstein", "--output", "name")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries),
        ];

    /// <summary>Removes the application with its data, whichever way it came.</summary>
    internal void Clear()
    {
        TryHelm("uninstall", "bernstein", "--wait");
        foreach (var name in Namespaces)
        {
            // A claim is only gone once the pod that mounts it is.
            Kubectl("delete", Kinds, "--namespace", name, "--selector", Mark, "--ignore-not-found", "--wait", "--timeout", "3m");
        }

        Kubectl("delete", ClusterKinds, "--selector", Mark, "--ignore-not-found", "--wait", "--timeout", "3m");
        Until(() => List("pods", "--all-namespaces", "--selector", Mark).Count == 0, "every pod is gone");
    }

    /// <summary>Runs kubectl and returns what it printed.</summary>
    /// <exception cref="CommandException">It failed.</exception>
    internal string Kubectl(params IReadOnlyList<string> arguments) => Tool(_kubectl, arguments).Run().Output;

    /// <summary>Runs kubectl, whatever it ends with.</summary>
    internal CommandResult TryKubectl(params IReadOnlyList<string> arguments) => Tool(_kubectl, arguments).TryRun();

    /// <summary>Runs Helm and returns what it printed.</summary>
    /// <exception cref="CommandException">It failed.</exception>
    internal static string Helm(params IReadOnlyList<string> arguments) => Tool(HelmTool.Path, arguments).Run().Output;

    /// <summary>Runs Helm, whatever it ends with.</summary>
    internal static CommandResult TryHelm(params IReadOnlyList<string> arguments) => Tool(HelmTool.Path, arguments).TryRun();

    /// <summary>How the Helm that is there is told to take back an upgrade that fails.</summary>
    internal static string RollBackOnFailure => IsHelm3 ? "--atomic" : "--rollback-on-failure";

    /// <summary>How the Helm that is there is told to apply as Helm 3 does.</summary>
    internal static IReadOnlyList<string> OnTheClientsSide => IsHelm3 ? [] : ["--server-side=false"];

    private static bool IsHelm3 => Helm("version", "--template", "{{.Version}}").StartsWith("v3", StringComparison.Ordinal);

    /// <summary>Installs the chart, or upgrades to these values and no others, and waits until all is ready.</summary>
    /// <param name="values">Values as YAML.</param>
    /// <param name="isPinned">Whether postgres stays on the first node.</param>
    /// <exception cref="CommandException">It did not come to its end.</exception>
    internal string Deploy(string values = "", bool isPinned = true) => Helm(Upgrade(isPinned ? Pin : "", values));

    /// <summary>Upgrades to these values and no others, whatever becomes of it.</summary>
    /// <param name="values">Values as YAML.</param>
    /// <param name="options">More options for Helm.</param>
    internal CommandResult TryDeploy(string values, params IReadOnlyList<string> options) => TryHelm([.. Upgrade(Pin, values), .. options]);

    /// <summary>
    /// Keeps postgres on one node: many clusters that people learn on have volumes that are folders of a node, and only on that
    /// node are the votes found again.
    /// </summary>
    internal string Pin => $"postgres: {{nodeSelector: {{kubernetes.io/hostname: {Workers[0].Host}}}}}\n";

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
    internal int QueuedVotes() => int.Parse(Execute("redis", "redis-cli llen votes"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Runs a shell script in the container of a component, in the pod that is ready where there is one.</summary>
    /// <param name="component">The component: redis, postgres, ….</param>
    /// <param name="script">The script.</param>
    /// <param name="arguments">What it knows as $1, $2, ….</param>
    /// <exception cref="CommandException">It failed, or there is no pod.</exception>
    internal string Execute(string component, string script, params IReadOnlyList<string> arguments) =>
        Kubectl(Execution(component, script, arguments));

    /// <summary>Does so, whatever it ends with: the connection may end with the container, before the script does.</summary>
    internal CommandResult TryExecute(string component, string script) => TryKubectl(Execution(component, script, []));

    /// <summary>Starts one that runs beside a test, until its input ends.</summary>
    /// <param name="component">The component.</param>
    /// <param name="script">The script.</param>
    /// <param name="hear">Gets each line that it prints.</param>
    internal RunningCommand Follow(string component, string script, Action<string> hear) =>
        Tool(_kubectl, ["exec", "--stdin", .. Execution(component, script, []).Skip(1)]).Start(hear);

    /// <summary>What the kubelet of a node counts of its pods; null where it may not be asked.</summary>
    internal JsonNode? Summary(ClusterNode node) =>
        TryKubectl("get", "--raw", $"/api/v1/nodes/{node.Name}/proxy/stats/summary") is { ExitCode: 0 } answer
            ? JsonNode.Parse(answer.Output)
            : null;

    /// <summary>Deletes pods.</summary>
    /// <param name="pods">Which.</param>
    /// <param name="options">How, in the words of kubectl.</param>
    internal void Delete(IEnumerable<Pod> pods, params IReadOnlyList<string> options)
    {
        foreach (var space in pods.GroupBy(pod => pod.Namespace))
        {
            Kubectl(["delete", "pod", "--namespace", space.Key, .. space.Select(pod => pod.Name), .. options]);
        }
    }

    /// <summary>Waits until every workload has as many ready pods as it should, and none of an older kind.</summary>
    internal void AwaitRollouts() =>
        Until(
            () =>
            {
                // One question for all: a command for each workload costs more of the processor than the application does.
                var found = List("deployments,daemonsets,pods", "--all-namespaces", "--selector", Mark);
                return found.All(one =>
                    (string?)one["kind"] switch
                    {
                        "Pod" => !Components.Contains((string?)one["metadata"]!["labels"]!["app.kubernetes.io/name"])
                            || Pod.Of(one) is { IsReady: true } or { IsLeaving: true },
                        _ => IsRolledOut(one),
                    }
                );
            },
            "every workload has as many ready pods as it should, and none of an older kind"
        );

    // As `kubectl rollout status` has it.
    private static bool IsRolledOut(JsonNode workload)
    {
        var status = workload["status"];
        int Count(string of) => (int?)status?[of] ?? 0;
        var counts =
            (string?)workload["kind"] == "DaemonSet"
                ? (Wanted: Count("desiredNumberScheduled"), Present: Count("updatedNumberScheduled"), Available: Count("numberAvailable"))
                : (Wanted: (int)workload["spec"]!["replicas"]!, Present: Count("updatedReplicas"), Available: Count("availableReplicas"));
        return (long?)status?["observedGeneration"] >= (long)workload["metadata"]!["generation"]!
            && counts.Present == counts.Wanted
            && counts.Available == counts.Wanted
            && Count("replicas") <= counts.Wanted;
    }

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

    /// <summary>Waits for something that is bound to happen. While a pod is on its way, a command that asks it may fail.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    internal static void Until(Func<bool> happened, string what)
    {
        CommandException? last = null;
        bool Look()
        {
            try
            {
                return happened();
            }
            catch (CommandException failure)
            {
                last = failure;
                return false;
            }
        }

        var watch = Stopwatch.StartNew();
        while (!Look())
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"after {Patience.TotalMinutes} minutes it is not so that {what}", last);
            }

            Thread.Sleep(500);
        }
    }

    /// <summary>What an operator would look at now.</summary>
    internal string Diagnose() =>
        Diagnostics.Of(
            JsonNode.Parse(Kubectl("get", "pods", "--all-namespaces", "--output", "json"))!,
            JsonNode.Parse(Kubectl("get", "events", "--all-namespaces", "--output", "json"))!,
            (space, pod, previous) =>
                TryKubectl([
                    "logs",
                    "--namespace",
                    space,
                    pod,
                    "--all-containers",
                    "--tail",
                    "8",
                    .. previous ? new[] { "--previous" } : [],
                ]).Output
        );

    private static IReadOnlyList<string> Upgrade(string pin, string values) =>
        [
            "upgrade",
            "--install",
            "bernstein",
            Project.Chart,
            "--wait",
            "--timeout",
            "5m",
            .. Beneath.SelectMany(file => new[] { "--values", file }),
            .. new ChartOptions { Values = pin }.Arguments,
            .. new ChartOptions { Values = values }.Arguments,
        ];

    private IReadOnlyList<string> Execution(string component, string script, IReadOnlyList<string> arguments)
    {
        var pod = Pods(component).FirstOrDefault(pod => pod.IsReady);
        return
        [
            "exec",
            pod?.Name ?? $"deployment/{component}",
            "--namespace",
            pod?.Namespace ?? "default",
            "--container",
            component,
            "--",
            "sh",
            "-c",
            script,
            "sh",
            .. arguments,
        ];
    }

    private IReadOnlyList<JsonNode> List(params IReadOnlyList<string> what) =>
        [.. JsonNode.Parse(Kubectl(["get", .. what, "--output", "json"]))!["items"]!.AsArray().Select(item => item!)];

    private static Command Tool(string program, IReadOnlyList<string> arguments) =>
        new(program, arguments) { Timeout = TimeSpan.FromMinutes(10) };
}
