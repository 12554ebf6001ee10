namespace Bernstein.Chart.Tests.Chart;

/// <summary>What a change of the values starts anew, and what it leaves.</summary>
public sealed class RollTests
{
    [TestCase("votes-table.job.yaml", "postgres: {image: 'postgres:12.22'}", true)]
    [TestCase("votes-table.job.yaml", "postgres: {database: other}", true)]
    [TestCase("votes-table.job.yaml", "poll: {replicas: 3}", false)]
    [TestCase("backup.job.yaml", "postgres: {image: 'postgres:17'}", true)]
    [TestCase("backup.job.yaml", "poll: {replicas: 3}", false)]
    public void The_votes_table_Job_has_a_new_name_when_its_content_changes(string file, string values, bool isNew)
    {
        string Name(string more) => BernsteinChart.Manifests($"backup: {{enabled: true}}\n{more}").In(file).Single().Name;
        (Name(values) != Name("")).ShouldBe(isNew);
    }

    [TestCase("worker", "postgres: {password: one}", "postgres: {password: other}")]
    [TestCase("result", "guards: {enabled: true}\nredis: {volume: {enabled: true}}", "{}")]
    public void Pods_roll_when_a_file_that_they_read_changes(string component, string values, string others)
    {
        string? Checksum(string of) =>
            BernsteinChart
                .Manifests(of)
                .In($"{component}.deployment.yaml")
                .Single()
                .Root.At("spec.template.metadata.annotations")["checksum/config"]
                .Text;
        Checksum(values).ShouldNotBe(Checksum(others));
    }

    [Test]
    public void Where_no_cluster_can_be_asked_for_a_password_every_rendering_is_the_same() =>
        BernsteinChart.RenderAfresh(new ChartOptions()).Output.ShouldBe(BernsteinChart.Render(new ChartOptions()));

    [Test]
    public void A_canary_leaves_every_requirement_as_it_is() =>
        Profile
            .Defaults.Unexpected(
                BernsteinChart.Manifests("poll: {canary: {image: 'poll:next', weight: 25, replicas: 0}, nodeSelector: {disk: ssd}}")
            )
            .ShouldBeEmpty();
}
