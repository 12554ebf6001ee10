namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/values-table.</summary>
[NeedsUnix("the shell")]
public sealed class ValuesTableTests : FolderTest
{
    private static readonly string[] Files = ["values.yaml", "values.schema.json", "README.md"];

    [SetUp]
    public void Copy() => Files.ToList().ForEach(name => Folder.Copy(Path.Combine(Project.Chart, name)));

    [Test]
    public void The_table_of_the_values_and_the_descriptions_of_their_schema_are_up_to_date()
    {
        var result = Write();
        result.ExitCode.ShouldBe(0, result.Error);
        foreach (var name in Files)
        {
            Folder.Read(name).ShouldBe(File.ReadAllText(Path.Combine(Project.Chart, name)), "scripts/values-table writes it anew");
        }
    }

    [TestCase("redis.image ", "redis.picture ", "redis.picture")]
    [TestCase(
        "result.autoscaling.maxReplicas ",
        "result.autoscaling.maxReplicas Not ",
        "result.autoscaling.maxReplicas shares its definition with other keys, and says «Not "
    )]
    public void A_comment_without_a_property_and_comments_that_differ_where_it_is_shared_are_refused(
        string old,
        string with,
        string message
    )
    {
        var values = Folder.Read("values.yaml");
        values.ShouldContain($"## @param {old}");
        Folder.Write("values.yaml", values.Replace($"## @param {old}", $"## @param {with}", StringComparison.Ordinal));
        Write().Error.ShouldContain(message);
    }

    private CommandResult Write() => NpmRegistry.TryRun(new Command(Project.In("scripts", "values-table"), [Folder.Path]));
}
