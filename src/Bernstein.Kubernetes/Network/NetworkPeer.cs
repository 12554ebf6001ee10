namespace Bernstein.Kubernetes.Network;

/// <summary>Who talks, or is talked to: pods of a namespace; without a namespace, somebody outside the cluster.</summary>
public sealed record NetworkPeer(string Name, string? Namespace, Node Labels)
{
    private static readonly Location Nowhere = new("", 0);

    /// <summary>Whoever is outside the cluster.</summary>
    public static NetworkPeer World { get; } = new("the world", null, new Missing(Nowhere));

    /// <summary>The pods that answer for names, as every distribution of Kubernetes labels them.</summary>
    public static NetworkPeer Names { get; } =
        new("DNS", "kube-system", new Mapping(Nowhere, [KeyValuePair.Create<string, Node>("k8s-app", Scalar.Quoted(Nowhere, "kube-dns"))]));

    /// <summary>What makes the pods; null where nobody described them.</summary>
    public KubernetesObject? Owner { get; private init; }

    /// <summary>The ports of its containers, by whose names rules may call them.</summary>
    public IReadOnlyList<Node> Ports { get; private init; } = [];

    /// <summary>The pods of a workload.</summary>
    public static NetworkPeer Of(Workload workload) =>
        new($"{workload.Manifest}", workload.Manifest.Namespace, workload.Labels)
        {
            Owner = workload.Manifest,
            Ports = [.. workload.Containers.SelectMany(container => container["ports"].Items)],
        };

    /// <summary>A pod of a namespace that nobody described, and that has no label.</summary>
    public static NetworkPeer Stranger(string @namespace) =>
        new($"any pod in the namespace {@namespace}", @namespace, new Missing(Nowhere));
}
