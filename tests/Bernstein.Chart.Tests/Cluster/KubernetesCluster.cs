namespace Bernstein.Chart.Tests.Cluster;

/// <summary>A running cluster, worked with as an operator would: through kubectl and Helm.</summary>
internal sealed partial class KubernetesCluster
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
        Project.Variable("KUBECTL")
        ?? (File.Exists(Project.In(".tools", "bin", "kubectl")) ? Project.In(".tools", "bin", "kubectl") : "kubectl");

    /// <summary>Its version, and how many nodes ordinary pods may run on.</summary>
    internal string Description =>
        $"Kubernetes {(string?)JsonNode.Parse(Kubectl("version", "--output", "json"))!["serverVersion"]!["gitVersion"]} with {Workers.Count} workers";

    /// <summary>The nodes that ordinary pods may run on.</summary>
    internal IReadOnlyList<ClusterNode> Workers => [.. Nodes.Where(node => node.IsWorker)];

    /// <summary>Every node.</summary>
    internal IReadOnlyList<ClusterNode> Nodes => [.. List("nodes").Select(ClusterNode.Of)];

    /// <summary>
    /// Where the ports of the nodes are reached: what $BERNSTEIN_NODES says, for clusters whose nodes have other addresses outside than
    /// inside; else the nodes' own. They are asked for each time.
    /// </summary>
    internal IReadOnlyList<string> Addresses =>
        Project.Variable("BERNSTEIN_NODES")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
        ?? [.. Workers.Select(node => node.Addresses["InternalIP"].First())];

    /// <summary>The pods of a component that are not on their way out.</summary>
    internal IReadOnlyList<Pod> Pods(string component) => [.. AllPods(component).Where(pod => !pod.IsLeaving)];

    /// <summary>The pods of a component, those on their way out too.</summary>
    internal IReadOnlyList<Pod> AllPods(string component) =>
        [.. List("pods", "--all-namespaces", "--selector", $"{Mark},app.kubernetes.io/name={component}").Select(Pod.Of)];

    /// <summary>Whether even the last pod of a component that was on its way out is gone.</summary>
    internal bool IsGone(string component) => AllPods(component).Count == 0;

    /// <summary>What is there of an application like this one, or stands in its way.</summary>
    internal IReadOnlyList<string> Occupants()
    {
        string[] names = ["redis", "postgres", "poll", "worker", "result", "traefik", "cadvisor"];
        return
        [
            .. Namespaces.SelectMany(space =>
                Names("deployment,daemonset,service,persistentvolumeclaim", "--namespace", space)
                    .Where(found => names.Contains(found.Split('/')[^1]))
                    .Select(found => $"{found} in {space}")
            ),
            .. Names(ClusterKinds, "--selector", Mark),
            .. Names("secret,pod", "--all-namespaces", "--selector", Mark),
            // Where Helm keeps its releases; what lists them all differs between its versions.
            .. Names("secret", "--all-namespaces", "--selector", "owner=helm,name=bernstein"),
        ];

        string[] Names(params IEnumerable<string> what) =>
            Kubectl(["get", .. what, "--output", "name"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

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
    internal string Kubectl(params IReadOnlyList<string> arguments) => Tool(_kubectl, arguments).Run().Output;

    /// <summary>Runs kubectl, whatever it ends with.</summary>
    internal CommandResult TryKubectl(params IReadOnlyList<string> arguments) => Tool(_kubectl, arguments).TryRun();

    /// <summary>What the kubelet of a node counts of its pods; null where it may not be asked.</summary>
    internal JsonNode? Summary(ClusterNode node) =>
        TryKubectl("get", "--raw", $"/api/v1/nodes/{node.Name}/proxy/stats/summary") is { ExitCode: 0 } answer
            ? JsonNode.Parse(answer.Output)
            : null;

    /// <summary>Deletes pods.</summary>
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

    /// <summary>Waits for something that is bound to happen. While a pod is on its way, a command that asks it may fail.</summary>
    /// <param name="happened">Whether it has happened.</param>
    /// <param name="what">What that is, for a message.</param>
    /// <param name="longer">How much longer than anything else it takes.</param>
    internal static void Until(Func<bool> happened, string what, TimeSpan longer = default)
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

        for (var (watch, patience) = (Stopwatch.StartNew(), Patience + longer); !Look(); Thread.Sleep(500))
        {
            if (watch.Elapsed > patience)
            {
                throw new TimeoutException($"after {patience.TotalMinutes} minutes it is not so that {what}", last);
            }
        }
    }

    /// <summary>What an operator would look at now: every pod, what Kubernetes says of those that are not ready, and their last words.</summary>
    internal string Diagnose() =>
        string.Join(
            '\n',
            List("pods", "--all-namespaces", "--field-selector", "status.phase!=Succeeded")
                .Select(Pod.Of)
                .Where(pod => !pod.IsReady)
                .SelectMany(pod =>
                    new string[][]
                    {
                        ["describe", "pod", pod.Name],
                        ["logs", pod.Name, "--all-containers", "--tail", "8", "--previous"],
                        ["logs", pod.Name, "--all-containers", "--tail", "8"],
                    }.Select(question => TryKubectl([.. question, "--namespace", pod.Namespace]).Output)
                )
                .Prepend(Kubectl("get", "pods", "--all-namespaces", "--output", "wide"))
        );

    private IReadOnlyList<JsonNode> List(params IReadOnlyList<string> what) =>
        [.. JsonNode.Parse(Kubectl(["get", .. what, "--output", "json"]))!["items"]!.AsArray().Select(item => item!)];

    private static Command Tool(string program, IReadOnlyList<string> arguments) =>
        new(program, arguments) { Timeout = TimeSpan.FromMinutes(10) };
}
