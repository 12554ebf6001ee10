using System.Diagnostics;
using System.Text.Json.Nodes;
using Bernstein.Chart.Tests.Commands;
using Bernstein.Chart.Tests.Diagnosis;
using Bernstein.Chart.Tests.Helm;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>A running cluster, worked with as an operator would: through kubectl and Helm.</summary>
internal sealed class KubernetesCluster
{
    /// <summary>The namespaces that the application lives in.</summary>
    private static readonly string[] Namespaces = ["default", "kube-public", "kube-system"];

    /// <summary>The kinds that the chart makes, those that its objects own aside.</summary>
    private const string Kinds =
        "deployment,daemonset,job,pod,service,ingress,configmap,secret,serviceaccount,persistentvolumeclaim,poddisruptionbudget,horizontalpodautoscaler";

    private const string ClusterKinds = "persistentvolume,clusterrole,clusterrolebinding,ingressclass";

    private const string Mark = "app.kubernetes.io/part-of=bernstein";

    /// <summary>Long enough for images to be pulled, and for a deadlock to be told from a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _kubectl =
        Environment.GetEnvironmentVariable("KUBECTL") is { Length: > 0 } named ? named
        : File.Exists(Project.In(".tools", "bin", "kubectl")) ? Project.In(".tools", "bin", "kubectl")
        : "kubectl";

    /// <summary>The nodes that ordinary pods may run on.</summary>
    internal IReadOnlyList<JsonNode> Workers =>
        [
            .. Nodes.Where(node =>
                node["spec"]?["taints"] is not JsonArray taints || !taints.Any(taint => (string?)taint?["effect"] == "NoSchedule")
            ),
        ];

    /// <summary>Every node.</summary>
    internal IReadOnlyList<JsonNode> Nodes => List("nodes");

    /// <summary>
    /// Where the ports of the nodes are reached: what $BERNSTEIN_NODES says, for clusters whose nodes have other addresses outside than
    /// inside; else the nodes' own.
    /// </summary>
    internal IReadOnlyList<string> Addresses =>
        Environment.GetEnvironmentVariable("BERNSTEIN_NODES") is { Length: > 0 } named
            ? named.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            :
            [
                .. Workers.Select(node =>
                    (string)node["status"]!["addresses"]!.AsArray().First(address => (string?)address!["type"] == "InternalIP")!["address"]!
                ),
            ];

    /// <summary>The pods of a component that are not on their way out.</summary>
    internal IReadOnlyList<JsonNode> Pods(string component) =>
        [.. AllPods(component).Where(pod => pod["metadata"]!["deletionTimestamp"] is null)];

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

    /// <summary>Installs the chart, or upgrades to these values and no others, and waits until all is ready.</summary>
    /// <param name="values">Values as YAML.</param>
    /// <exception cref="CommandException">It did not come to its end.</exception>
    internal string Deploy(string values = "") =>
        Helm([
            "upgrade",
            "--install",
            "bernstein",
            Project.Chart,
            "--wait",
            "--timeout",
            "5m",
            .. new ChartOptions { Values = Pin }.Arguments,
            .. new ChartOptions { Values = values }.Arguments,
        ]);

    /// <summary>
    /// Keeps postgres on one node: many clusters that people learn on have volumes that are folders of a node, and only on that
    /// node are the votes found again.
    /// </summary>
    internal string Pin => $"postgres: {{nodeSelector: {{kubernetes.io/hostname: {Host(Workers[0])}}}}}\n";

    internal static string Host(JsonNode node) => (string)node["metadata"]!["labels"]!["kubernetes.io/hostname"]!;

    internal static string Name(JsonNode item) => (string)item["metadata"]!["name"]!;

    /// <summary>The ids of the votes in the table.</summary>
    internal IReadOnlySet<string> StoredVotes() =>
        Query("SELECT id FROM votes").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    /// <summary>Asks the database.</summary>
    internal string Query(string statement) =>
        Kubectl(
            "exec",
            "deployment/postgres",
            "--container",
            "postgres",
            "--",
            "sh",
            "-c",
            "psql --no-align --tuples-only --username=\"$POSTGRES_USER\" --dbname=\"$POSTGRES_DB\" --command=\"$1\"",
            "sh",
            statement
        );

    /// <summary>How many votes wait in redis.</summary>
    internal int QueuedVotes() =>
        int.Parse(
            Kubectl("exec", "deployment/redis", "--", "redis-cli", "llen", "votes"),
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>Waits until every workload has as many ready pods as it should, and none of an older kind.</summary>
    internal void AwaitRollouts()
    {
        foreach (var (kind, space) in new[] { ("deployment", "default"), ("deployment", "kube-public"), ("daemonset", "kube-system") })
        {
            foreach (
                var name in Kubectl("get", kind, "--namespace", space, "--selector", Mark, "--output", "name")
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            )
            {
                Kubectl("rollout", "status", name, "--namespace", space, "--timeout", "5m");
            }
        }

        Until(
            () => new[] { "redis", "postgres", "poll", "worker", "result" }.All(component => Pods(component).All(IsReady)),
            "every pod is ready"
        );
    }

    /// <summary>Waits until every vote that was accepted is counted or gone for good: the queue is empty, and the worker idle.</summary>
    internal void AwaitEmptyQueue()
    {
        Until(() => QueuedVotes() == 0, "the queue is empty");
        var stored = StoredVotes().Count;
        // The last vote may be off the queue and not yet written.
        Until(() => stored == (stored = StoredVotes().Count), "the table grows no more");
    }

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

    internal static bool IsReady(JsonNode pod) => Diagnostics.IsReady(pod);

    private IReadOnlyList<JsonNode> AllPods(string component) =>
        List("pods", "--all-namespaces", "--selector", $"{Mark},app.kubernetes.io/name={component}");

    private IReadOnlyList<JsonNode> List(params IReadOnlyList<string> what) =>
        [.. JsonNode.Parse(Kubectl(["get", .. what, "--output", "json"]))!["items"]!.AsArray().Select(item => item!)];

    private static Command Tool(string program, IReadOnlyList<string> arguments) =>
        new(program, arguments) { Timeout = TimeSpan.FromMinutes(10) };
}
