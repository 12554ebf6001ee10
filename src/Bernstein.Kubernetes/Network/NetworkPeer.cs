namespace Bernstein.Kubernetes.Network;

/// <summary>Who talks, or is talked to: pods of a namespace; without a namespace, somebody outside the cluster.</summary>
internal sealed record NetworkPeer(string Name, string? Namespace, Node Labels)
{
    private static readonly Location Nowhere = new("", 0);

    internal static NetworkPeer World { get; } = new("the world", null, new Missing(Nowhere));

    /// <summary>The pods that answer for names, as every distribution of Kubernetes labels them.</summary>
    internal static NetworkPeer Names { get; } =
        new("DNS", "kube-system", new Mapping(Nowhere, [KeyValuePair.Create<string, Node>("k8s-app", Scalar.Quoted(Nowhere, "kube-dns"))]));

    /// <summary>What makes the pods; null where nobody described them.</summary>
    internal KubernetesObject? Owner { get; private init; }

    internal IReadOnlyList<Node> Ports { get; private init; } = [];

    internal static NetworkPeer Of(Workload workload) =>
        new($"{workload.Manifest}", workload.Manifest.Namespace, workload.Labels)
        {
            Owner = workload.Manifest,
            Ports = [.. workload.Containers.SelectMany(container => container["ports"].Items)],
        };

    /// <summary>A pod of a namespace that nobody described, and that has no label.</summary>
    internal static NetworkPeer Stranger(string @namespace) =>
        new($"any pod in the namespace {@namespace}", @namespace, new Missing(Nowhere));
}
