namespace Bernstein.Chart.Tests.Chart;

/// <summary>
/// What an upgrade without the values of before would take back, and with it votes, and what Kubernetes would refuse in the middle of it, is refused before
/// anything changes.
/// </summary>
public sealed class UpgradeValuesTests : HeldTest
{
    /// <summary>openabdev/openab#247.</summary>
    [Test]
    public void A_queue_on_a_claim_is_not_left_behind()
    {
        Mistakes("poll: {replicas: 3}", isUpgrade: true, Secret(), Claim("redis"))
            .ShouldBe([
                "redis.volume.enabled is false, and votes may wait on the claim redis: set it to true; or delete that claim, and those votes with it",
            ]);
        Mistakes("redis: {volume: {enabled: true}}", isUpgrade: true, Secret(), Claim("redis")).ShouldBeEmpty();
        var leaving = Claim("redis").Replace("\"labels\"", "\"deletionTimestamp\": \"2026-11-25T03:17:00Z\", \"labels\"");
        Mistakes("{}", isUpgrade: true, Secret(), leaving).ShouldBeEmpty();
    }

    [Test]
    public void A_queue_that_a_newer_redis_wrote_is_not_given_to_an_older_one() =>
        Mistakes(
                "redis: {volume: {enabled: true}}",
                isUpgrade: true,
                Secret(),
                Claim("redis"),
                Deployment("redis", "valkey/valkey:8.1", "redis")
            )
            .ShouldBe([
                "redis.image is redis:5.0, and it can't read what valkey/valkey:8.1 wrote on the claim redis: set it to valkey/valkey:8.1",
            ]);

    /// <summary>goharbor/harbor-helm#1564.</summary>
    [TestCase("postgres", "postgres", "")]
    [TestCase("redis", "redis", "enabled: true, ")]
    [TestCase("backup", "backups", "")]
    public void A_claim_does_not_shrink(string component, string claim, string more)
    {
        var on = component == "backup" ? "enabled: true, " : "";
        string Values(string size) => $"{component}: {{{on}volume: {{{more}{size}}}}}";
        Mistakes(Values(""), isUpgrade: true, Secret(), Claim(claim, "5Gi"))
            .ShouldBe([$"{component}.volume.size is 1Gi, and the claim {claim} has 5Gi, which can't shrink: set it to 5Gi"]);
        Mistakes(Values("size: 5120Mi"), isUpgrade: true, Secret(), Claim(claim, "5Gi")).ShouldBeEmpty();
    }

    [TestCase("true", false)]
    [TestCase("false", true)]
    public void A_claim_grows_where_its_class_can(string allowed, bool isRefused) =>
        Mistakes(
                "postgres: {volume: {size: 5Gi}}",
                isUpgrade: true,
                Secret(),
                Claim("postgres"),
                Object("storage.k8s.io/v1", "StorageClass", "slow", $", \"allowVolumeExpansion\": {allowed}")
            )
            .ShouldBe(
                isRefused
                    ? ["postgres.volume.size is 5Gi, and the claim postgres has 1Gi, which the class slow can't make larger: set it to 1Gi"]
                    : []
            );

    /// <summary>helm/helm#12006.</summary>
    [Test]
    public void A_class_that_was_given_is_given_again()
    {
        var claim = Claim("postgres", annotations: """, "bernstein/class": "slow" """);
        Mistakes("{}", isUpgrade: true, Secret(), claim)
            .ShouldBe([
                "postgres.volume.storageClass is empty, and the claim postgres has the class slow, which no upgrade can change: set it to slow",
            ]);
        Mistakes("postgres: {volume: {storageClass: slow}}", isUpgrade: true, Secret(), claim).ShouldBeEmpty();
    }

    [TestCase("redis", "redis.example.org")]
    [TestCase("postgres", "db.example.org")]
    public void A_server_elsewhere_is_not_left_for_an_empty_one_here(string component, string host) =>
        Mistakes(
                "{}",
                isUpgrade: true,
                Secret(),
                Object("v1", "ConfigMap", component, $$""", "data": {"{{component.ToUpperInvariant()}}_HOST": "{{host}}"}""")
            )
            .ShouldBe([
                $"{component}.external.host is empty, and the votes are at {host}: set it to {host}; or delete the ConfigMap {component}, to leave them there",
            ]);

    [Test]
    public void A_claim_of_somebody_elses_is_not_left_for_an_empty_one() =>
        Mistakes("{}", isUpgrade: true, Secret(), Claim("votes"), Deployment("postgres", "postgres:12", "votes"))
            .ShouldBe([
                "postgres.volume.existingClaim is empty, and the votes are on the claim votes: set it to votes, or move them (docs/operations.md, «Move the volume»)",
            ]);

    /// <summary>A second Traefik: taking its class over, as Helm advises, would take it from the other one, and an uninstallation would delete it.</summary>
    [Test]
    public void The_Ingress_class_of_another_release_is_not_taken_over()
    {
        var theirs = Object("networking.k8s.io/v1", "IngressClass", "traefik", "").Replace("\"bernstein\"", "\"other\"");
        Mistakes("traefik: {image: 'traefik:v3.6'}", isUpgrade: false, Secret(), theirs)
            .ShouldBe([
                "traefik.ingressClass is traefik, and that class belongs to the release other: set it to a name of your own, as bernstein",
            ]);
        Mistakes("traefik: {image: 'traefik:v3.6', ingressClass: bernstein}", isUpgrade: false, Secret(), theirs).ShouldBeEmpty();
        Mistakes("{}", isUpgrade: false, Secret(), theirs).ShouldBeEmpty();
    }

    private static string Secret() =>
        Object(
            "v1",
            "Secret",
            "postgres",
            $$""", "data": {"POSTGRES_USER": "{{Base64("bernstein")}}", "POSTGRES_PASSWORD": "{{Base64("secret")}}" }"""
        );

    private static string Claim(string name, string size = "1Gi", string annotations = "") =>
        Object(
            "v1",
            "PersistentVolumeClaim",
            name,
            $$""", "spec": {"storageClassName": "slow", "resources": {"requests": {"storage": "{{size}}"} } }""",
            annotations
        );

    private static string Deployment(string name, string image, string claim) =>
        Object(
            "apps/v1",
            "Deployment",
            name,
            $$$""", "spec": {"template": {"spec": {"containers": [{"name": "{{{name}}}", "image": "{{{image}}}"} ], "volumes": [{"persistentVolumeClaim": {"claimName": "{{{claim}}}"} }]} } }"""
        );
}
