namespace Bernstein.Kubernetes.Network;

/// <summary>What the NetworkPolicies among the files allow, taken together: https://kubernetes.io/docs/concepts/services-networking/network-policies/.</summary>
/// <param name="manifests">The files.</param>
/// <param name="version">The version of the cluster; null where none was given. From 1.21 on each namespace has its own name for a label.</param>
public sealed class NetworkPolicies(ManifestFolder manifests, Version? version)
{
    private readonly KubernetesObject[] _policies = [.. manifests.OfKind("NetworkPolicy")];

    /// <summary>Whether there is one.</summary>
    public bool Any => _policies.Length > 0;

    /// <summary>The policies that select pods for a direction. Where there is none, all is allowed in it.</summary>
    public IReadOnlyList<KubernetesObject> Of(NetworkPeer peer, NetworkDirection direction) =>
        [
            .. _policies.Where(policy =>
                policy.Namespace == peer.Namespace
                && IsOf(policy.Root["spec"], direction)
                && LabelSelector.Matches(policy.Root.At("spec.podSelector"), peer.Labels)
            ),
        ];

    /// <summary>Whether traffic between two is allowed at both ends.</summary>
    public bool Allow(NetworkPeer from, NetworkPeer to, int port, string protocol = "TCP") => Refusing(from, to, port, protocol) is null;

    /// <summary>The direction in which traffic is refused, the way out of the one before the way in to the other; null where it is allowed.</summary>
    public NetworkDirection? Refusing(NetworkPeer from, NetworkPeer to, int port, string protocol = "TCP") =>
        !Allowing(from, to, to, port, protocol, NetworkDirection.Egress) ? NetworkDirection.Egress
        : !Allowing(to, from, to, port, protocol, NetworkDirection.Ingress) ? NetworkDirection.Ingress
        : null;

    private bool Allowing(NetworkPeer self, NetworkPeer other, NetworkPeer server, int port, string protocol, NetworkDirection direction)
    {
        var policies = Of(self, direction);
        var (rules, peers) = direction == NetworkDirection.Ingress ? ("ingress", "from") : ("egress", "to");
        return policies.Count == 0
            || policies.Any(policy =>
                policy
                    .Root["spec"][rules]
                    .Items.Any(rule => HasPort(rule["ports"], server, port, protocol) && HasPeer(rule[peers], policy, other))
            );
    }

    // Without policyTypes a policy is of what comes in, and of what goes out where it has a rule for that.
    private static bool IsOf(Node spec, NetworkDirection direction) =>
        spec["policyTypes"].Items.Count > 0
            ? spec["policyTypes"].Items.Any(type => type.Text == $"{direction}")
            : direction == NetworkDirection.Ingress || spec["egress"].Items.Count > 0;

    private static bool HasPort(Node ports, NetworkPeer server, int port, string protocol) =>
        ports.Items.Count == 0
        || ports.Items.Any(item =>
            (item["protocol"].Text ?? "TCP") == protocol
            && item["port"] switch
            {
                { IsSet: false } => true,
                { Number: { } first } => port == first || (port > first && port <= item["endPort"].Number),
                var name => server.Ports.Any(named => named["name"].Text == name.Text && named["containerPort"].Number == port),
            }
        );

    private bool HasPeer(Node peers, KubernetesObject policy, NetworkPeer other) =>
        peers.Items.Count == 0
        || peers.Items.Any(peer => peer["ipBlock"].IsSet ? IsIn(peer["ipBlock"], other) : IsMeant(peer, policy, other));

    // The addresses of pods are not known: only what is everywhere has them all, and nothing that leaves some out.
    private static bool IsIn(Node block, NetworkPeer other) =>
        block["cidr"].Text is { } range
        && range.EndsWith("/0", StringComparison.Ordinal)
        && (other.Namespace is null || block["except"].Items.Count == 0);

    private bool IsMeant(Node peer, KubernetesObject policy, NetworkPeer other)
    {
        var (spaces, pods) = (peer["namespaceSelector"], peer["podSelector"]);
        return other.Namespace is { } space
            && (spaces.IsSet || pods.IsSet)
            && (spaces.IsSet ? LabelSelector.Matches(spaces, LabelsOf(space)) : space == policy.Namespace)
            && LabelSelector.Matches(pods, other.Labels);
    }

    private Mapping LabelsOf(string name)
    {
        var written = manifests.Find("Namespace", "", name)?.Root.At("metadata.labels").Entries ?? [];
        var location = new Location("", 0);
        return new Mapping(
            location,
            version is not null && version < new Version(1, 21)
                ? written
                : written.Append(KeyValuePair.Create<string, Node>("kubernetes.io/metadata.name", Scalar.Quoted(location, name)))
        );
    }
}
