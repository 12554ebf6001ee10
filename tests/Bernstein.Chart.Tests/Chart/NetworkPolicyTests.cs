namespace Bernstein.Chart.Tests.Chart;

/// <summary>Which pods may talk by the rendered policies: along the arrows of the folder Arrows.</summary>
public sealed class NetworkPolicyTests
{
    private const string Enabled = "networkPolicy: {enabled: true}\n";

    // Those of names are one end: a test below looks at each.
    private static readonly int[] NamePorts = [53, 1053, 5353, 8053];

    private static readonly int[] Ports = [.. NamePorts, 80, 443, 5432, 6379, 6432, 6443, 8080, 8404, 8443, 9121, 9187, 16443];

    /// <summary>Who may talk to whom with the defaults.</summary>
    internal static IReadOnlyList<string> Architecture { get; } =
        File.ReadAllLines(Project.In("tests", "Bernstein.Chart.Tests", "Chart", "Arrows", "architecture.txt"));

    private static IEnumerable<TestCaseData> Options => CaseFile.In("Bernstein.Chart.Tests", "Chart", "Arrows");

    [TestCaseSource(nameof(Options))]
    public void Values_bring_and_take_arrows(Node asked)
    {
        var arrows = Arrows(asked["values"].Text!);
        arrows.Except(Architecture).ShouldBe(asked["more"].Texts());
        Architecture.Except(arrows).ShouldBe(asked["less"].Texts());
    }

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void Every_pod_has_one_policy_and_it_is_for_both_ways(Profile profile)
    {
        var manifests = BernsteinChart.Manifests(profile.Options with { Values = BernsteinChart.FixedPassword + Enabled });
        var policies = new NetworkPolicies(manifests, null);
        var found = Pods(manifests)
            .ToDictionary(pod => pod.Name, pod => Enum.GetValues<NetworkDirection>().SelectMany(way => policies.Of(pod, way)).ToArray());
        found.Where(pod => pod.Value is not [var ingress, var egress] || ingress != egress).Select(pod => pod.Key).ShouldBeEmpty();
        manifests.OfKind("NetworkPolicy").Except(found.Values.SelectMany(policy => policy)).ShouldBeEmpty("none is left over");
    }

    /// <summary>gardener/gardener#7559, loft-sh/vcluster#390: CoreDNS listens at 8053 or 1053 behind its Service.</summary>
    [Test]
    public void Whoever_may_ask_for_names_may_ask_at_every_port_that_platforms_have()
    {
        var egress = BernsteinChart
            .Manifests(Enabled)
            .OfKind("NetworkPolicy")
            .Select(policy => policy.Root.At("spec.egress").Items)
            .ToArray();
        var asking = egress.Where(rules => rules.Count > 0).Select(rules => rules[^1]["ports"].Items).ToArray();
        asking.Length.ShouldBeGreaterThan(5);
        asking.ShouldAllBe(ports =>
            string.Join(", ", ports.Select(port => $"{port["protocol"].Text} {port["port"].Number}"))
            == "UDP 53, TCP 53, UDP 1053, TCP 1053, UDP 5353, TCP 5353, UDP 8053, TCP 8053"
        );
    }

    private static string[] Arrows(string values)
    {
        var manifests = BernsteinChart.Manifests(Enabled + values);
        var policies = new NetworkPolicies(manifests, null);
        NetworkPeer[] ends = [.. Pods(manifests), NetworkPeer.World];
        return
        [
            .. (
                from source in ends
                from target in ends
                where source != target || source != NetworkPeer.World
                from port in Ports
                where policies.Allow(source, target, port)
                select $"{Name(source)} → {Name(target)} {(NamePorts.Contains(port) ? "names" : port)}"
            )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<NetworkPeer> Pods(ManifestFolder manifests) => manifests.Workloads().Select(NetworkPeer.Of);

    private static string Name(NetworkPeer peer) => peer.Labels["app.kubernetes.io/name"].Text ?? "outside";
}
