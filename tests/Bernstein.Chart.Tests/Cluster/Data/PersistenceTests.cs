namespace Bernstein.Chart.Tests.Cluster.Data;

/// <summary>What stays when the release goes.</summary>
public sealed class PersistenceTests : ReleaseTest
{
    [Test]
    public async Task The_votes_outlive_the_release()
    {
        await AssertThatAVoteIsCounted();
        var votes = Cluster.StoredVotes();
        var kept = Kept();
        KubernetesCluster.Helm("uninstall", "bernstein", "--wait");
        KubernetesCluster.Until(() => Cluster.IsGone("postgres"), "postgres is gone");
        Left().ShouldBe(kept);

        Cluster.Deploy();
        Cluster.StoredVotes().ShouldBe(votes, ignoreOrder: true);
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public async Task Nothing_is_left_once_the_data_are_removed_too()
    {
        var kept = Kept();
        KubernetesCluster.Helm("uninstall", "bernstein", "--wait");
        Cluster.Kubectl(["delete", .. kept]);
        Left().ShouldBeEmpty();

        Cluster.Deploy();
        Cluster.StoredVotes().ShouldBeEmpty();
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public async Task A_backup_brings_the_votes_back_into_a_new_database()
    {
        await AssertThatAVoteIsCounted();
        var votes = Cluster.StoredVotes();
        using var folder = new TemporaryFolder();
        var dumped = Cluster.Execute("postgres", "pg_dump --clean --if-exists --username=\"$POSTGRES_USER\" \"$POSTGRES_DB\"");
        var backup = folder.Write("votes.sql", dumped);
        Cluster.Clear();
        Cluster.Deploy();
        Cluster.StoredVotes().ShouldBeEmpty();

        Cluster.Kubectl("cp", backup, $"{Cluster.Pods("postgres").Single().Name}:/tmp/votes.sql", "--container", "postgres");
        Cluster.Execute(
            "postgres",
            "psql --quiet --set=ON_ERROR_STOP=1 --single-transaction --username=\"$POSTGRES_USER\" --file=/tmp/votes.sql \"$POSTGRES_DB\""
        );
        Cluster.StoredVotes().ShouldBe(votes, ignoreOrder: true);
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public Task The_queue_outlives_its_container() => AssertThatTheQueueSurvives(() => EndContainer("redis"));

    [Test]
    public async Task The_queue_outlives_its_pod_on_a_claim()
    {
        Cluster.Deploy($"redis: {{volume: {{enabled: true}}, nodeSelector: {{kubernetes.io/hostname: {Cluster.Workers[0].Host}}}}}");
        await AssertThatTheQueueSurvives(() => Cluster.Delete(Cluster.Pods("redis"), "--grace-period", "0", "--force"));
        // As long as the claim is there, the chart refuses a release without it.
        Cluster.Clear();
        Cluster.Deploy();
    }

    [Test]
    public async Task The_queue_is_taken_over_by_a_redis_that_gets_a_claim_and_a_rollback_to_that_upgrade_keeps_it()
    {
        Cluster.Clear();
        Cluster.Deploy("guards: {enabled: false}\nworker: {replicas: 0}\nredis: {ledger: {enabled: false}, volume: {enabled: false}}");
        var voters = await CastFiveThatWait();
        Cluster.Deploy(WithClaim());
        Cluster.QueuedVotes().ShouldBe(5);

        var revision = KubernetesCluster.Revision;
        Cluster.Deploy(WithClaim(note: "changed"));
        KubernetesCluster.Helm("rollback", "bernstein", revision, "--wait", "--timeout", "5m");
        Cluster.AwaitRollouts();
        Cluster.QueuedVotes().ShouldBe(5);
        Cluster.Deploy(WithClaim(workers: 1));
        KubernetesCluster.Until(() => AreStored(voters), "every vote is counted");
        Cluster.Clear();
        Cluster.Deploy();

        static string WithClaim(int workers = 0, string note = "") =>
            $$"""
                worker: {replicas: {{workers}}}
                redis:
                  volume: {enabled: true}
                  nodeSelector: {kubernetes.io/hostname: {{Cluster.Workers[0].Host}}}
                  podAnnotations: {note: '{{note}}'}
                """;
    }

    private static async Task AssertThatTheQueueSurvives(Action fault)
    {
        Cluster.Kubectl("scale", "deployment/worker", "--replicas", "0");
        KubernetesCluster.Until(() => Cluster.IsGone("worker"), "the worker is gone");
        var redis = Cluster.Pods("redis").Single();
        var voters = await CastFiveThatWait();
        // The append-only file is written once a second.
        await Task.Delay(TimeSpan.FromSeconds(2));
        fault();
        KubernetesCluster.Until(
            () => Cluster.Pods("redis").All(pod => pod.Uid != redis.Uid || pod.Restarts > redis.Restarts),
            "redis is another"
        );
        Cluster.AwaitRollouts();
        Cluster.QueuedVotes().ShouldBe(5);
        Cluster.Kubectl("scale", "deployment/worker", "--replicas", "1");
        KubernetesCluster.Until(() => AreStored(voters), "every vote is counted");
    }

    private static async Task<List<string>> CastFiveThatWait()
    {
        // A new release is ready some moments before the nodes have opened its port.
        KubernetesCluster.Until(() => NodePort.IsOpen(Cluster.Addresses[0]), "somebody listens at the port of the node");
        var voters = new List<string>();
        for (var count = 0; count < 5; count++)
        {
            voters.Add(await CastVote());
        }

        KubernetesCluster.Until(() => Cluster.QueuedVotes() == 5, "five votes wait");
        return voters;
    }

    /// <summary>What the release is to leave behind.</summary>
    private static string[] Kept() =>
        [
            "configmap/postgres-data",
            .. KubernetesCluster.HasBackups ? ["persistentvolumeclaim/backups"] : Array.Empty<string>(),
            "persistentvolumeclaim/postgres",
            .. KubernetesCluster.HasQueueOnAClaim ? ["persistentvolumeclaim/redis"] : Array.Empty<string>(),
            "secret/postgres",
        ];

    private static IEnumerable<string> Left() =>
        Cluster
            .Kubectl([
                "get",
                "deployment,daemonset,cronjob,job,service,ingress,configmap,secret,persistentvolumeclaim,clusterrole,clusterrolebinding,serviceaccount",
                .. "--all-namespaces --selector app.kubernetes.io/instance=bernstein --output name".Split(' '),
            ])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal);
}
