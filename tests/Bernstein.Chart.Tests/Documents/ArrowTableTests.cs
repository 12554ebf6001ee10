using Bernstein.Chart.Tests.Harness;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Yaml;
using NUnit.Framework;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>docs/production.md's table of who may talk to whom: made from the rendered policies, and made anew by <c>scripts/draw</c>.</summary>
public sealed class ArrowTableTests
{
    private const string Anybody = "anybody";

    [Test]
    public void The_table_of_connections_is_what_the_policies_allow()
    {
        var policies = BernsteinChart
            .Manifests(new ChartOptions { Profile = "modern+production", Values = "traefik: {tls: {secretName: pages}}" })
            .Objects.Where(found => found.Kind == "NetworkPolicy")
            .ToArray();
        var connections = policies
            .SelectMany(policy => Into(policy).Concat(OutOf(policy)))
            .GroupBy(connection => (connection.To, connection.Ports), connection => connection.From)
            .OrderBy(group => group.Key, Comparer<(string, string)>.Default);
        Drawn.TablesShouldBe(
            "production.md",
            new Dictionary<string, string>
            {
                ["arrows"] = MarkdownTable.Of(
                    connections,
                    [
                        ("from", group => string.Join(", ", group.Distinct().Order(StringComparer.Ordinal))),
                        ("to", group => group.Key.To),
                        ("port", group => group.Key.Ports),
                    ]
                ),
            }
        );
    }

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
