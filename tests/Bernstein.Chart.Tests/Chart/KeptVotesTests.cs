namespace Bernstein.Chart.Tests.Chart;

/// <summary>Values that would lose sight of votes that the cluster holds stop Helm, with the way that keeps them.</summary>
public sealed class KeptVotesTests : HeldTest
{
    [TestCase("{}")]
    [TestCase("postgres: {user: bernstein, password: secret}")]
    [TestCase("postgres: {volume: {storageClass: slow}}")]
    [TestCase("postgres: {image: 'postgres:12.22@sha256:1111111111111111111111111111111111111111111111111111111111111111'}")]
    [TestCase("poll: {replicas: 3}\ntraefik: {namespace: default}")]
    public void What_finds_the_votes_again_is_taken(string values) =>
        Mistakes(values, isUpgrade: true, Claim(), Secret(), Deployment(), Account(), Binding()).ShouldBeEmpty();

    [Test]
    public void Whoever_comes_after_a_release_that_is_gone_is_told_all_that_differs() =>
        Mistakes(
                """
                postgres:
                  user: alice
                  password: other
                  database: polls
                  image: postgres:17
                  volume: {hostPath: /data}
                """,
                isUpgrade: false,
                Claim(),
                Secret()
            )
            .ShouldBe([
                "postgres.user is not the one that the votes on the claim postgres were written with: set it to bernstein; or delete claim and Secret postgres, and every vote with them",
                "postgres.password is not the one that the votes on the claim postgres were written with: leave it empty, the Secret postgres has the old one, and change it once the release runs (docs/operations.md); or delete claim and Secret postgres, and every vote with them",
                "postgres.database is polls, and the votes on the claim postgres are in the database votes: set it to votes",
                "postgres.image is postgres:17, and PostgreSQL 17 can't read the votes that 12 wrote on the claim postgres: set it to postgres:12, or move them (docs/operations.md, «Move the volume»)",
                "postgres.volume.hostPath is \"/data\", and the votes are on the volume pvc-1: set it to \"\", or move them (docs/operations.md, «Move the volume»)",
            ]);

    [Test]
    public void An_upgrade_may_bring_another_password_and_nothing_else_that_the_votes_were_written_with() =>
        Mistakes("postgres: {password: other, user: alice}", isUpgrade: true, Claim(), Secret(), Deployment())
            .Select(line => line.Split(' ')[0])
            .ShouldBe(["postgres.user"]);

    [Test]
    public void The_modern_profile_over_the_letter_is_refused_also_where_the_claim_tells_nothing_yet() =>
        Mistakes("postgres: {image: 'postgres:17', database: polls}", isUpgrade: true, Claim(""), Secret(), Deployment(), Config())
            .Select(line => line.Split(' ')[0])
            .ShouldBe(["postgres.database", "postgres.image"]);

    /// <summary>A rollback brings back the objects of a release, and leaves the data and this note, which is a hook, as they are.</summary>
    [Test]
    public void After_a_rollback_over_a_move_the_version_that_reads_the_votes_is_taken_and_no_other()
    {
        string[] rolledBack = [Claim(), Secret(), Deployment(), Config(), Note("17")];
        Mistakes("postgres: {image: 'postgres:17'}", isUpgrade: true, rolledBack).ShouldBeEmpty();
        Mistakes("{}", isUpgrade: true, rolledBack)
            .ShouldBe([
                "postgres.image is postgres:12, and PostgreSQL 12 can't read the votes that 17 wrote on the claim postgres: set it to postgres:17, or move them (docs/operations.md, «Move the volume»)",
            ]);
        Mistakes("postgres: {image: 'postgres:12'}", isUpgrade: true, Claim(""), Secret(), Note("17", "another")).ShouldBeEmpty();
    }

    [Test]
    public void Another_claim_is_another_database() =>
        Mistakes(
                "postgres: {volume: {existingClaim: other}, image: 'postgres:17', database: polls}",
                isUpgrade: true,
                Claim(),
                Claim("", "other"),
                Secret(),
                Deployment(),
                Config()
            )
            .ShouldBeEmpty();

    [Test]
    public void A_class_that_the_claims_do_not_have_is_refused() =>
        Mistakes(
                "postgres: {volume: {storageClass: fast}}\nredis: {volume: {enabled: true, storageClass: fast}}",
                isUpgrade: true,
                Claim(),
                Claim("", "redis"),
                Secret()
            )
            .ShouldBe([
                "postgres.volume.storageClass is fast, and the claim postgres is of the class slow, which no upgrade can change: set it to slow, or move the votes (docs/operations.md, «Move the volume»)",
                "redis.volume.storageClass is fast, and the claim redis is of the class slow, which no upgrade can change: set it to slow",
            ]);

    [Test]
    public void A_folder_of_a_node_stays_where_it_is()
    {
        const string volume = """
            {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "postgres"}, "spec": {"hostPath": {"path": "/votes"},
             "nodeAffinity": {"required": {"nodeSelectorTerms": [{"matchExpressions": [{"values": ["one"]}]}]}}}}
            """;
        string[] cluster = [Claim(volume: "postgres"), Secret(), volume];
        Mistakes("postgres: {volume: {hostPath: /votes, node: one}}", isUpgrade: true, cluster).ShouldBeEmpty();
        Mistakes("postgres: {volume: {hostPath: /data, node: two}}", isUpgrade: true, cluster)
            .ShouldBe([
                "postgres.volume.hostPath is \"/data\", and the votes are in the folder /votes: set it to \"/votes\", or move them (docs/operations.md, «Move the volume»)",
                "postgres.volume.node is \"two\", and the votes are on the node one: set it to one, or move them (docs/operations.md, «Move the volume»)",
            ]);
    }

    /// <summary>Traefik's account says where they are; in a release from before it did, its binding. A change of how much Traefik may read hides neither.</summary>
    [TestCase("{namespace: votes}", "account")]
    [TestCase("{namespace: votes}", "binding")]
    [TestCase("{namespace: votes, traefik: {clusterWide: false, namespace: pages}}", "account")]
    [TestCase("{namespace: votes, traefik: {clusterWide: false, namespace: pages}}", "binding")]
    public void Another_namespace_would_leave_the_votes_behind(string values, string place) =>
        Mistakes(values, isUpgrade: true, Claim(), Secret(), Deployment(), place == "account" ? Account() : Binding())
            .ShouldBe([
                "namespace is votes, and the votes are on the claim postgres of the namespace default, where they would stay: set it to default, or move them (docs/operations.md, «Move to another namespace»)",
            ]);

    /// <summary>
    /// On the server's side an upgrade that wrote less of it stops at a conflict with the controller that completed it; forced, it cuts the claim off
    /// (phase Lost).
    /// </summary>
    [TestCase("1", "claimRef:|    kind: PersistentVolumeClaim|    name: postgres|    namespace: default|    uid: \"1\"|  hostPath:")]
    [TestCase("2", "claimRef:|    name: postgres|    namespace: default|  hostPath:")]
    public void A_volume_that_is_bound_keeps_its_claim_as_Kubernetes_has_completed_it(string claim, string expected)
    {
        const string volume = """
            {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "postgres"}, "spec": {"hostPath": {"path": "/votes"},
             "claimRef": {"kind": "PersistentVolumeClaim", "name": "postgres", "namespace": "default", "uid": "1"} } }
            """;
        using var cluster = new StandInCluster([
            Default,
            Claim(volume: "postgres")
                .Replace("\"name\": \"postgres\"", $"\"uid\": \"{claim}\", \"name\": \"postgres\"", StringComparison.Ordinal),
            Secret(),
            Deployment(),
            Account(),
            volume,
        ]);
        cluster
            .Helm([
                "template",
                "bernstein",
                Project.Chart,
                "--is-upgrade",
                .. new ChartOptions { Values = "postgres: {volume: {hostPath: /votes}}" }.Arguments,
            ])
            .Output.ShouldContain(expected.Replace("|", "\n", StringComparison.Ordinal));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Who_may_read_a_few_namespaces_alone_can_install_and_upgrade_a_Traefik_that_reads_no_more(bool isUpgrade)
    {
        string[] held = isUpgrade ? [Claim(), Secret(), Deployment(), Account()] : [];
        using var cluster = new StandInCluster([Default, .. held]) { RefusesTheWholeCluster = true };
        var upgrade = isUpgrade ? new[] { "--is-upgrade" } : [];
        CommandResult Rendered(string values) =>
            cluster.Helm(["template", "bernstein", Project.Chart, .. upgrade, .. new ChartOptions { Values = values }.Arguments]);
        Rendered("traefik: {clusterWide: false}").ShouldSatisfyAllConditions(result => result.ExitCode.ShouldBe(0, result.Error));
        // What it refuses is refused: somebody who asks for the whole cluster is told so.
        Rendered("traefik: {namespace: elsewhere}").Error.ShouldContain("Forbidden");
    }

    [Test]
    public void A_volume_of_another_namespace_is_not_taken_from_its_claim()
    {
        const string volume = """
            {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "postgres"}, "spec": {"claimRef": {"name": "postgres", "namespace": "elsewhere"}}}
            """;
        Mistakes("postgres: {volume: {hostPath: /votes}}", isUpgrade: false, Secret(), volume)
            .ShouldBe([
                "namespace is default, and the volume postgres belongs to the claim postgres of the namespace elsewhere, with the votes: set it to elsewhere, or move them (docs/operations.md, «Move to another namespace»)",
            ]);
        Mistakes("{}", isUpgrade: false, Secret(), volume).ShouldBeEmpty();
    }

    [Test]
    public void Whoever_begins_without_votes_is_told_where_those_of_an_earlier_release_may_be()
    {
        const string told = "--all-namespaces --field-selector metadata.name=postgres";
        Install("{}")
            .Output.ShouldContain(
                $"The poll starts with no votes. Votes of an earlier release in another namespace stay there: kubectl get persistentvolumeclaims {told}"
            );
        Install("{}", Claim(), Secret()).Output.ShouldNotContain(told);
        Install("postgres: {password: given, external: {host: db.example.org}}").Output.ShouldNotContain(told);
    }

    [Test]
    public void Votes_whose_password_nobody_has_are_not_given_another() =>
        Mistakes("{}", isUpgrade: true, Claim(), Deployment())
            .ShouldBe([
                "postgres.password is empty, and the votes on the claim postgres have a password that no Secret postgres holds: set it, or postgres.existingSecret, to what they were written with",
            ]);

    [TestCase("postgres: {volume: {existingClaim: other}}", "new ones are kept on other.")]
    [TestCase("postgres: {password: given, external: {host: db.example.org}}", "new ones are kept on db.example.org.")]
    public void Votes_that_are_left_behind_on_purpose_are_named(string values, string place) =>
        Install(values, Claim(), Claim("", "other"), Secret(), Deployment())
            .Output.ShouldContain($"The votes so far stay on the claim postgres; {place}");

    /// <summary>They have no note that <c>helm uninstall</c> and the next upgrade would need.</summary>
    [Test]
    public void Flat_files_are_refused_where_Helm_speaks_to_a_cluster()
    {
        Mistakes("flatFiles: true", isUpgrade: false)
            .ShouldBe([
                "flatFiles is true, and Helm is connected to a cluster: it is for scripts/render only; without Helm's annotations an upgrade or an uninstallation could lose the votes: remove it",
            ]);
        BernsteinChart.TryRender(new ChartOptions { Values = "flatFiles: true" }).ExitCode.ShouldBe(0);
    }

    private static CommandResult Install(string values, params string[] objects)
    {
        using var cluster = new StandInCluster([Default, .. objects]);
        var result = cluster.Helm(["install", "bernstein", Project.Chart, .. new ChartOptions { Values = values }.Arguments]);
        return result.ExitCode == 0 ? result : throw new CommandException(result);
    }

    private static string Claim(
        string annotations = """, "bernstein/database": "votes", "bernstein/postgres": "12" """,
        string name = "postgres",
        string volume = "pvc-1"
    ) =>
        Object(
            "v1",
            "PersistentVolumeClaim",
            name,
            $$""", "spec": {"storageClassName": "slow", "volumeName": "{{volume}}" }""",
            annotations
        );

    private static string Secret() =>
        Object(
            "v1",
            "Secret",
            "postgres",
            $$""", "data": {"POSTGRES_USER": "{{Base64("bernstein")}}", "POSTGRES_PASSWORD": "{{Base64("secret")}}" }"""
        );

    private static string Note(string major, string claim = "postgres") =>
        Object("v1", "ConfigMap", "postgres-data", $$""", "data": {"claim": "{{claim}}", "database": "votes", "postgres": "{{major}}"}""");

    private static string Config() => Object("v1", "ConfigMap", "postgres", """, "data": {"POSTGRES_DB": "votes"}""");

    private static string Deployment() =>
        Object(
            "apps/v1",
            "Deployment",
            "postgres",
            """
            , "spec": {"template": {"spec": {
              "containers": [{"name": "postgres", "image": "docker.io/library/postgres:12"}],
              "volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "postgres"}}, {"name": "votes-table", "configMap": {}}]}}}
            """
        );

    private static string Binding() =>
        Object("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "traefik", "", """, "bernstein/namespace": "default" """);

    private static string Account() =>
        Object("v1", "ServiceAccount", "traefik", "", """, "bernstein/namespace": "default" """, "kube-public");
}
