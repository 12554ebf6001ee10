namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>The node of postgres is lost without a word, where its volume can be had on another node.</summary>
public sealed class LostNodeWithMovingVolumeTests : FaultTest
{
    /// <summary>A storage class whose volumes every node can mount; null where nobody named one.</summary>
    private static string? StorageClass => Project.Variable("BERNSTEIN_MOVING_CLASS");

    private protected override void Deploy()
    {
        LostNode.RequireProgram();
        if (StorageClass is null)
        {
            Assert.Ignore("postgres cannot move: name a storage class in $BERNSTEIN_MOVING_CLASS whose volumes any node can mount");
        }

        Cluster.Deploy($"postgres: {{volume: {{storageClass: '{StorageClass}'}}}}", isPinned: false);
    }

    [Test]
    public async Task Votes_are_counted_and_shown_again_within_a_minute_of_the_new_postgres_being_ready()
    {
        var node = Cluster.Workers.Single(node => node.Name == Cluster.Pods("postgres").Single().Node);
        var other = Cluster.Workers.First(other => other.Name != node.Name);
        Gather(other, "redis");
        Gather(other, "worker");
        LostNodeTests.AssertSoonCounted(await LostNodeTests.Lose(node, awaitReturn: false), inTheQueue: 1);
    }
}
