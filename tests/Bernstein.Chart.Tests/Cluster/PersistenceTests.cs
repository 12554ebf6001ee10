using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>What stays when the release goes.</summary>
public sealed class PersistenceTests : ClusterTest
{
    [OneTimeSetUp]
    public void Install() => Cluster.Deploy();

    [OneTimeTearDown]
    public void Remove() => Cluster.Clear();

    [Test]
    public async Task The_votes_outlive_the_release()
    {
        await AssertThatAVoteIsCounted();
        var votes = Cluster.StoredVotes();
        KubernetesCluster.Helm("uninstall", "bernstein", "--wait");
        KubernetesCluster.Until(() => Cluster.Pods("postgres").Count == 0, "postgres is gone");
        Left().ShouldBe(["persistentvolumeclaim/postgres", "secret/postgres"]);

        Cluster.Deploy();
        Cluster.StoredVotes().ShouldBe(votes, ignoreOrder: true);
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public async Task Nothing_is_left_once_the_data_are_removed_too()
    {
        KubernetesCluster.Helm("uninstall", "bernstein", "--wait");
        Cluster.Kubectl("delete", "persistentvolumeclaim,secret", "postgres");
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
        var backup = folder.In("votes.sql");
        File.WriteAllText(backup, Cluster.Kubectl("exec", "deployment/postgres", "--", "sh", "-c", "pg_dump --clean --if-exists --username=\"$POSTGRES_USER\" \"$POSTGRES_DB\""));
        Cluster.Clear();
        Cluster.Deploy();
        Cluster.StoredVotes().ShouldBeEmpty();

        var postgres = KubernetesCluster.Name(Cluster.Pods("postgres").Single());
        Cluster.Kubectl("cp", backup, $"{postgres}:/tmp/votes.sql");
        Cluster.Kubectl("exec", postgres, "--", "sh", "-c", "psql --quiet --set=ON_ERROR_STOP=1 --single-transaction --username=\"$POSTGRES_USER\" --file=/tmp/votes.sql \"$POSTGRES_DB\"");
        Cluster.StoredVotes().ShouldBe(votes, ignoreOrder: true);
        await AssertThatAVoteIsCounted();
    }

    private static IEnumerable<string> Left() => Cluster
        .Kubectl("get", "deployment,daemonset,job,service,ingress,configmap,secret,persistentvolumeclaim,clusterrole,clusterrolebinding,serviceaccount", "--all-namespaces",
            "--selector", "app.kubernetes.io/part-of=bernstein", "--output", "name")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
