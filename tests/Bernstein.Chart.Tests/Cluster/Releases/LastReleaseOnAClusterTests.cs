namespace Bernstein.Chart.Tests.Cluster.Releases;

/// <summary>The upgrade from the last release: values kept, votes kept.</summary>
[Needs("git")]
public sealed class LastReleaseOnAClusterTests : ReleaseTest
{
    private protected override void Deploy()
    {
        using var last = new LastRelease();
        KubernetesCluster.Helm([
            .. "install --wait --timeout 5m bernstein".Split(' '),
            last.Chart,
            // As Helm 3 installs it, which applies on the client's side: the upgrade then has more to take over.
            .. KubernetesCluster.OnTheClientsSide,
            .. new ChartOptions { Values = Cluster.Pin + "poll: {host: vote.example.org}\n" }.Arguments,
        ]);
    }

    [Test]
    public async Task The_values_and_the_votes_of_the_last_release_are_kept()
    {
        await AssertThatAVoteIsCounted("vote.example.org");
        var votes = Cluster.StoredVotes();
        var password = Cluster.Kubectl("get", "secret", "postgres", "--output", "jsonpath={.data.POSTGRES_PASSWORD}");
        KubernetesCluster.Helm("upgrade", "bernstein", Project.Chart, "--reset-then-reuse-values", "--wait", "--timeout", "5m");
        Cluster.AwaitRollouts();
        Cluster.Kubectl("get", "secret", "postgres", "--output", "jsonpath={.data.POSTGRES_PASSWORD}").ShouldBe(password);
        Cluster.StoredVotes().ShouldBe(votes, ignoreOrder: true);
        await AssertThatAVoteIsCounted("vote.example.org");
    }

    [Test]
    public void Values_that_would_lose_sight_of_them_change_nothing()
    {
        var before = KubernetesCluster.Helm("get", "manifest", "bernstein");
        var result = Cluster.TryDeploy(
            "namespace: votes\npostgres: {image: 'postgres:17', database: polls, user: alice, volume: {storageClass: none-such}}"
        );
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain("namespace is votes, and the votes are on the claim postgres of the namespace default");
        Cluster
            .TryDeploy("postgres: {image: 'postgres:17', database: polls, user: alice, volume: {storageClass: none-such}}")
            .Error.ShouldSatisfyAllConditions(
                error => error.ShouldContain("postgres.user is not the one"),
                error => error.ShouldContain("in the database votes: set it to votes"),
                error => error.ShouldContain("PostgreSQL 17 can't read the votes that 12 wrote"),
                error => error.ShouldContain("which no upgrade can change")
            );
        KubernetesCluster.Helm("get", "manifest", "bernstein").ShouldBe(before);
    }
}
