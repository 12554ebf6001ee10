namespace Bernstein.Chart.Tests.Chart;

/// <summary>How the ledger and the backups are set up. What their scripts do is for the tests of Databases.</summary>
public sealed class DurabilityTests
{
    private const string Ledger = "redis: {volume: {enabled: true}, ledger: {enabled: true}}";

    /// <summary>Its image names SIGINT (STOPSIGNAL), and a shell that is process 1 lets pass what it has no trap for: until the grace period is over.</summary>
    [Test]
    public void A_loop_in_the_image_of_postgres_ends_when_it_is_told_to()
    {
        var rendered = BernsteinChart.Render(new ChartOptions { Profile = "production", KubernetesVersion = "1.30" });
        var traps = rendered
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("trap ", StringComparison.Ordinal))
            .ToArray();
        traps.ShouldBe(["trap 'rm -f new.part' EXIT", "trap exit INT TERM"]);
    }

    [Test]
    public void With_a_ledger_a_vote_is_on_the_disk_as_a_command_before_the_voter_is_told()
    {
        static IEnumerable<string> Arguments(string values) => Redis(values).At("spec.containers[0].args").Items.Select(item => item.Text!);
        string.Join(' ', Arguments(Ledger))
            .ShouldStartWith(
                "--appendonly yes --appendfsync always --aof-use-rdb-preamble no --auto-aof-rewrite-percentage 0 --maxmemory-policy"
            );
        Arguments("redis: {volume: {enabled: true}}").ShouldNotContain("--appendfsync");
    }

    [Test]
    public void The_ledger_shares_the_volume_and_starts_again_with_another_password()
    {
        var pod = Redis(Ledger);
        var ledger = pod.At("spec.containers[1]");
        (ledger["name"].Text, ledger["image"].Text).ShouldBe(("ledger", "postgres:12"));
        ledger["volumeMounts"]
            .Items.Select(mount => (mount["name"].Text, mount["mountPath"].Text))
            .ShouldBe([("claim", "/data"), ("ledger", "/tmp"), ("scripts", "/scripts")]);
        pod.At("spec.volumes").Items.Select(volume => volume["name"].Text).ShouldBe(["claim", "ledger", "scripts"]);
        pod.At("metadata.annotations").Entries.Select(entry => entry.Key).ShouldBe(["checksum/config"]);
        Redis("redis: {volume: {enabled: true}}").At("metadata.annotations").IsSet.ShouldBeFalse();
    }

    [TestCase("1.20", "batch/v1beta1")]
    [TestCase("1.21", "batch/v1")]
    public void A_CronJob_backs_up_and_a_suspended_one_restores(string kubernetes, string apiVersion)
    {
        var jobs = Manifests("backup: {enabled: true, schedule: '*/30 * * * *', keep: 3}", kubernetes).In("backup.cronjob.yaml");
        jobs.Select(job => (job.Name, job.ApiVersion, job.Root.At("spec.suspend").Text))
            .ShouldBe([("backup", apiVersion, null), ("restore", apiVersion, "true")]);
        jobs[0].Root.At("spec.schedule").Text.ShouldBe("*/30 * * * *");
        jobs.Select(job => job.Root.At("spec.jobTemplate.spec.template.spec.containers[0].command").Items[^1].Text)
            .ShouldBe(["backup", "restore"]);
        jobs.ShouldAllBe(job =>
            job.Root.At("spec.jobTemplate.spec.template.spec.volumes[0].persistentVolumeClaim.claimName").Text == "backups"
        );
    }

    [Test]
    public void Backups_outlive_the_release()
    {
        var claim = Manifests("backup: {enabled: true, volume: {size: 5Gi, storageClass: slow}}").In("backup.volume.yaml").Single().Root;
        claim.At("metadata.annotations")["helm.sh/resource-policy"].Text.ShouldBe("keep");
        (claim.At("spec.storageClassName").Text, claim.At("spec.resources.requests.storage").Text).ShouldBe(("slow", "5Gi"));
    }

    [TestCase("17 3,15 * * *", 25)]
    [TestCase("0 * * * *", 3)]
    [TestCase("*/5 * * * *", 3)]
    [TestCase("0 */6 * * *", 13)]
    [TestCase("0 3 * * *", 49)]
    [TestCase("0 3 * * 1", 337)]
    [TestCase("0 3 * * mon", 337)]
    [TestCase("0 3 * * 1-5", 97)]
    [TestCase("0 3 */2 * *", 97)]
    [TestCase("0 3 1 * *", 1489)]
    [TestCase("0 3 1 1 *", 17545)]
    [TestCase("0 3 1 JAN *", 17545)]
    public void Two_turns_of_the_schedule_without_a_backup_are_too_long(string schedule, int hours)
    {
        var manifests = Manifests($"backup: {{enabled: true, schedule: '{schedule}'}}\nmonitoring: {{enabled: true}}");
        manifests
            .In("tests/connections.pod.yaml")
            .Single()
            .Root.At("spec.containers[0].env")
            .Items.Single(variable => variable["name"].Text == "BACKUP_HOURS")["value"]
            .Text.ShouldBe($"{hours}");
        manifests
            .In("postgres.configmap.yaml")
            .Single()
            .Root.At("data")["queries.yaml"]
            .Text.ShouldNotBeNull()
            .ShouldContain($"3600 * {hours} AS patience FROM backups WHERE votes IS NOT NULL");
    }

    /// <summary>helm/helm#10733: with a class that waits for its first consumer, nobody else would use the claim before the first turn.</summary>
    [Test]
    public void The_first_backup_is_a_Job_of_the_release_that_waits_for_the_table_and_has_a_new_name_when_its_content_changes()
    {
        static KubernetesObject Job(string values) => Manifests($"backup: {{enabled: true}}\n{values}").In("backup.job.yaml").Single();
        var job = Job("");
        job.Root.At("spec.template.spec.volumes[0].persistentVolumeClaim.claimName").Text.ShouldBe("backups");
        job.Root.At("spec.template.spec.initContainers[0].name").Text.ShouldBe("votes-table");
        job.Root.At("spec.template.spec.containers[0].command").Items[^1].Text.ShouldBe("backup");
        job.Root.At("metadata.annotations").IsSet.ShouldBeFalse("a hook would run when everything is ready, and the claim never is");
        job.Name.ShouldStartWith("first-backup-");
        Job("poll: {replicas: 3}").Name.ShouldBe(job.Name);
        Job("postgres: {image: 'postgres:17'}").Name.ShouldNotBe(job.Name);
    }

    [Test]
    public void The_scripts_of_the_backup_need_no_more_than_their_containers_have()
    {
        var variables = Manifests("backup: {enabled: true}")
            .In("backup.cronjob.yaml")[0]
            .Root.At("spec.jobTemplate.spec.template.spec.containers[0].env")
            .Items.Select(variable => variable["name"].Text);
        variables.ShouldBe(
            ["POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD", "KEEP", "JOB"],
            ignoreOrder: true
        );
    }

    private static Node Redis(string values) => Manifests(values).In("redis.deployment.yaml").Single().Root.At("spec.template");

    private static ManifestFolder Manifests(string values, string? kubernetes = null) =>
        BernsteinChart.Manifests(new ChartOptions { Values = values, KubernetesVersion = kubernetes });
}
