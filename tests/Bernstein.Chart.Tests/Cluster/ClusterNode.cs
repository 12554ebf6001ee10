namespace Bernstein.Chart.Tests.Cluster;

/// <summary>A node, as the API server told of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">Its label kubernetes.io/hostname.</param>
/// <param name="Addresses">Its addresses by their types.</param>
/// <param name="IsWorker">Whether ordinary pods may run on it, when it is well and not cordoned.</param>
/// <param name="IsReady">Whether its kubelet is heard of.</param>
internal sealed record ClusterNode(string Name, string Host, ILookup<string, string> Addresses, bool IsWorker, bool IsReady)
{
    // What Kubernetes itself adds to a node that is cordoned, lost or out of something, and takes away again.
    private const string Passing = "node.kubernetes.io/";

    /// <summary>Reads one, from JSON as kubectl prints it.</summary>
    internal static ClusterNode Of(JsonNode node) =>
        new(
            (string)node["metadata"]!["name"]!,
            (string)node["metadata"]!["labels"]!["kubernetes.io/hostname"]!,
            node["status"]!["addresses"]!.AsArray().ToLookup(address => (string)address!["type"]!, address => (string)address!["address"]!),
            !(node["spec"]?["taints"]?.AsArray() ?? []).Any(taint =>
                (string?)taint!["effect"] is "NoSchedule" or "NoExecute"
                && !((string)taint["key"]!).StartsWith(Passing, StringComparison.Ordinal)
            ),
            Pod.HasCondition(node, "Ready")
        );
}
