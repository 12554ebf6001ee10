namespace Bernstein.Documents.Architecture;

/// <summary>Who may talk to whom, read from NetworkPolicies, as a table.</summary>
/// <param name="Manifests">What holds the policies.</param>
internal sealed record ConnectionTable(ManifestFolder Manifests)
{
    private const string Anybody = "anybody";

    /// <summary>The table: a row for each end and its ports.</summary>
    public override string ToString() =>
        MarkdownTable.Of(
            Manifests
                .OfKind("NetworkPolicy")
                .SelectMany(policy => Into(policy).Concat(OutOf(policy)))
                .GroupBy(connection => (connection.To, connection.Ports), connection => connection.From)
                .OrderBy(group => group.Key.To == Anybody)
                .ThenBy(group => group.Key.To, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Ports, StringComparer.Ordinal),
            [
                ("from", group => string.Join(", ", group.Distinct().Order(StringComparer.Ordinal))),
                ("to", group => group.Key.To),
                ("port", group => group.Key.Ports),
            ]
        );

    private static IEnumerable<(string From, string To, string Ports)> Into(KubernetesObject policy) =>
        from rule in policy.Root.At("spec.ingress").Items
        from peer in rule["from"].IsSet ? rule["from"].Items.Select(Peer) : [Anybody]
        select (peer, policy.Name, Ports(rule));

    // What leads to a pod of the release stands in the policy of that pod.
    private static IEnumerable<(string From, string To, string Ports)> OutOf(KubernetesObject policy) =>
        from rule in policy.Root.At("spec.egress").Items
        where !rule["to"].IsSet
        select (policy.Name, Anybody, Ports(rule));

    private static string Peer(Node peer) => peer.At("podSelector.matchLabels")["app.kubernetes.io/name"].Text!;

    private static string Ports(Node rule) => string.Join(", ", rule["ports"].Items.Select(port => port["port"].Text).Distinct());
}
