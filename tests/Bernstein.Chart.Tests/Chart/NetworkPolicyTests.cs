namespace Bernstein.Chart.Tests.Chart;

/// <summary>Which pods may talk, worked out from the rendered policies and pods as a network plugin does it.</summary>
public sealed class NetworkPolicyTests
{
    private const string Enabled = "networkPolicy: {enabled: true}\n";

    // Those of names are one end: ReportedTests looks at each.
    private static readonly long[] NamePorts = [53, 1053, 5353, 8053];

    private static readonly long[] Ports = [.. NamePorts, 80, 443, 5432, 6379, 6432, 6443, 8080, 8404, 8443, 9121, 9187, 16443];

    /// <summary>Who may talk to whom with the defaults.</summary>
    internal static IReadOnlyList<string> Architecture { get; } =
    [
        "outside → traefik 80",
        "outside → traefik 8080",
        "poll → outside names",
        "poll → redis 6379",
        "result → outside names",
        "result → postgres 5432",
        "test → cadvisor 8080",
        "test → outside names",
        "test → postgres 5432",
        "test → redis 6379",
        "test → traefik 80",
        "traefik → outside 16443",
        "traefik → outside 443",
        "traefik → outside 6443",
        "traefik → outside 8443",
        "traefik → outside names",
        "traefik → poll 80",
        "traefik → result 80",
        "votes-table → outside names",
        "votes-table → postgres 5432",
        "worker → outside names",
        "worker → postgres 5432",
        "worker → redis 6379",
    ];

    [Test]
    public void By_default_there_is_no_policy() =>
        BernsteinChart.Manifests(new ChartOptions()).Objects.ShouldNotContain(found => found.Kind == "NetworkPolicy");

    [Test]
    public void Pods_talk_along_the_arrows_of_the_architecture_and_no_other_way() => Arrows("").ShouldBe(Architecture);

    [TestCase("namespace: votes\ntraefik: {namespace: votes}\ncadvisor: {namespace: votes}")]
    [TestCase("namespace: votes\ntraefik: {namespace: pages}\ncadvisor: {namespace: nodes}")]
    public void Wherever_they_run(string values) => Arrows(values).ShouldBe(Architecture);

    /// <summary>What is more, and what is less, than by default.</summary>
    [TestCase("poll: {canary: {image: 'poll:next'}}", "poll-canary → outside names|poll-canary → redis 6379|traefik → poll-canary 80", "")]
    [TestCase("redis: {volume: {enabled: true}, ledger: {enabled: true}}", "redis → outside names|redis → postgres 5432", "")]
    [TestCase(
        "guards: {enabled: true}\nredis: {volume: {enabled: true}}\nmonitoring: {enabled: true}",
        "outside → cadvisor 8080|outside → postgres-exporter 9187|outside → redis-exporter 9121|outside → result 8404|outside → worker 8404|postgres-exporter → outside names|postgres-exporter → postgres 5432|redis-exporter → outside names|redis-exporter → redis 6379",
        ""
    )]
    [TestCase("traefik: {dashboard: {enabled: false}}", "", "outside → traefik 8080")]
    [TestCase("traefik: {image: 'traefik:v3.6', tls: {secretName: pages}}", "outside → traefik 443|traefik → traefik 443", "")]
    [TestCase("cadvisor: {enabled: false}", "", "test → cadvisor 8080")]
    [TestCase(
        "redis: {external: {host: redis.example.org}}",
        "poll → outside 6379|test → outside 6379|worker → outside 6379",
        "poll → redis 6379|test → redis 6379|worker → redis 6379"
    )]
    [TestCase(
        "postgres: {external: {host: db.example.org, port: 6432}, password: given}",
        "result → outside 6432|test → outside 6432|votes-table → outside 6432|worker → outside 6432",
        "result → postgres 5432|test → postgres 5432|votes-table → postgres 5432|worker → postgres 5432"
    )]
    public void An_option_that_makes_a_part_or_takes_it_away_brings_or_takes_its_arrows(string values, string more, string less)
    {
        var arrows = Arrows(values);
        arrows.Except(Architecture).ShouldBe(more.Split('|', StringSplitOptions.RemoveEmptyEntries));
        Architecture.Except(arrows).ShouldBe(less.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void Every_pod_has_one_policy_and_it_is_for_both_ways(Profile profile)
    {
        var manifests = BernsteinChart.Manifests(profile.Options with { Values = BernsteinChart.FixedPassword + Enabled });
        var policies = manifests.OfKind("NetworkPolicy").ToArray();
        policies.ShouldAllBe(policy =>
            policy.Root.At("spec.policyTypes").Items.Select(item => item.Text).SequenceEqual(new[] { "Ingress", "Egress" })
        );
        Pods(manifests)
            .Select(pod => (Name(pod), policies.Count(policy => Selects(policy, pod))))
            .Where(found => found.Item2 != 1)
            .ShouldBeEmpty();
        // And none is left over.
        policies.Where(policy => !Pods(manifests).Any(pod => Selects(policy, pod))).Select(policy => policy.ToString()).ShouldBeEmpty();
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
        var policies = manifests.OfKind("NetworkPolicy").ToArray();
        // A pod of nobody's, in a namespace of its own: what leads there leads anywhere.
        var ends = Pods(manifests).Cast<Workload?>().Append(null).ToArray();
        return
        [
            .. (
                from source in ends
                from target in ends
                where source is not null || target is not null
                from port in Ports
                where source is null || Allows(policies, source, "egress", "to", target, port)
                where target is null || Allows(policies, target, "ingress", "from", source, port)
                select $"{Name(source)} → {Name(target)} {(NamePorts.Contains(port) ? "names" : port)}"
            )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool Allows(KubernetesObject[] policies, Workload pod, string way, string key, Workload? peer, long port) =>
        policies
            .Where(policy => Selects(policy, pod))
            .SelectMany(policy => policy.Root["spec"][way].Items.Select(rule => (policy, rule)))
            .Any(found =>
                found.rule["ports"].Items.Any(allowed => allowed["port"].Number == port)
                && (!found.rule[key].IsSet || found.rule[key].Items.Any(allowed => Fits(found.policy, allowed, peer)))
            );

    private static bool Fits(KubernetesObject policy, Node allowed, Workload? peer) =>
        peer is not null
        && Matches(allowed["podSelector"], peer)
        && (
            allowed["namespaceSelector"].IsSet
                ? allowed.At("namespaceSelector.matchLabels")["kubernetes.io/metadata.name"].Text == peer.Manifest.Namespace
                : policy.Namespace == peer.Manifest.Namespace
        );

    private static bool Selects(KubernetesObject policy, Workload pod) =>
        policy.Namespace == pod.Manifest.Namespace && Matches(policy.Root.At("spec.podSelector"), pod);

    private static bool Matches(Node selector, Workload pod) =>
        selector["matchLabels"].Entries.All(label => label.Value.Text == pod.Labels[label.Key].Text);

    private static Workload[] Pods(ManifestFolder manifests) => [.. manifests.Objects.Select(Workload.Of).OfType<Workload>()];

    private static string Name(Workload? pod) => pod?.Labels["app.kubernetes.io/name"].Text ?? "outside";
}
