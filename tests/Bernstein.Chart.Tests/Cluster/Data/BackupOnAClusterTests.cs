namespace Bernstein.Chart.Tests.Cluster.Data;

/// <summary>The CronJobs backup and restore, started by hand.</summary>
public sealed class BackupOnAClusterTests : FaultTest
{
    private protected override void Deploy() => Cluster.Deploy("backup: {enabled: true}");

    [Test]
    public async Task Votes_that_are_gone_come_back_from_the_backup_and_those_since_stay()
    {
        for (var vote = 0; vote < 5; vote++)
        {
            await AssertThatAVoteIsCounted();
        }

        var before = Cluster.StoredVotes();
        var file = Run("backup", "backup-now").Trim().Split('\n')[^1].Split(':')[0];
        file.ShouldEndWith($"-{before.Count}.dump");
        Cluster.Query("DROP TABLE votes");
        Run("restore", "restore-now").ShouldContain($"from {file}, of {before.Count} votes: the table has {before.Count}");
        Cluster.StoredVotes().ShouldBe(before, ignoreOrder: true);

        await AssertThatAVoteIsCounted();
        var since = Cluster.StoredVotes();
        Cluster.Query($"DELETE FROM votes WHERE id = '{before.Keys.First()}'");
        Run("restore", $"restore-{string.Join('-', file.Split('-')[2..4])}");
        Cluster.StoredVotes().ShouldBe(since, ignoreOrder: true);
    }

    [Test]
    public async Task A_backup_and_a_restore_while_people_vote_cost_no_vote()
    {
        var (_, row) = await Befall(
            "backup and restore: both while people vote",
            incident =>
            {
                Run("backup", "backup-meanwhile").ShouldContain(".dump: ");
                Run("restore", "restore-meanwhile").ShouldContain(": the table has ");
                incident.AwaitCounting();
            }
        );
        row.Lost.ShouldBe(0);
    }

    [Test]
    public void The_first_backup_is_made_with_the_release()
    {
        Cluster.Kubectl("wait", "--for=condition=complete", "job", "--selector=app.kubernetes.io/name=backup", "--timeout=5m");
        Cluster.Query("SELECT count(*) > 0 FROM backups").Trim().ShouldBe("t");
    }

    [Test]
    public void The_test_of_the_release_fails_once_the_last_good_backup_is_too_old()
    {
        KubernetesCluster.Helm("test", "bernstein");
        Cluster.Query("UPDATE backups SET taken = taken - interval '26 hours'");
        KubernetesCluster.TryHelm("test", "bernstein").ExitCode.ShouldNotBe(0);
        Cluster.Kubectl("logs", "bernstein-test").ShouldContain("FAILED  a backup was made in the last 25 hours");
        Run("backup", "backup-at-last");
        KubernetesCluster.Helm("test", "bernstein");
    }

    /// <summary>Starts a Job now, waits until it has done its work, and returns what it said.</summary>
    private static string Run(string cronJob, string job)
    {
        Cluster.Kubectl("create", "job", job, $"--from=cronjob/{cronJob}");
        Cluster.Kubectl("wait", "--for=condition=complete", $"job/{job}", "--timeout=5m");
        return Cluster.Kubectl("logs", $"job/{job}");
    }
}
