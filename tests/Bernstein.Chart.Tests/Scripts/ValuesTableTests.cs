namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/values-table.</summary>
[NeedsUnix("the shell")]
public sealed class ValuesTableTests
{
    private readonly TemporaryFolder _folder = new();

    [SetUp]
    public void Copy()
    {
        foreach (var name in new[] { "values.yaml", "values.schema.json", "README.md" })
        {
            File.Copy(Path.Combine(Project.Chart, name), _folder.In(name));
        }
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_table_of_the_values_and_the_descriptions_of_their_schema_are_up_to_date()
    {
        var (status, error) = Write();
        status.ShouldBe(0, error);
        foreach (var name in new[] { "README.md", "values.schema.json" })
        {
            File.ReadAllText(_folder.In(name))
                .ShouldBe(File.ReadAllText(Path.Combine(Project.Chart, name)), "scripts/values-table writes it anew");
        }
    }

    [Test]
    public void A_comment_without_a_property_is_refused()
    {
        Replace("values.yaml", "## @param redis.image ", "## @param redis.picture ");
        Write().Error.ShouldContain("redis.picture");
    }

    [Test]
    public void Comments_that_differ_where_the_property_is_shared_are_refused()
    {
        Replace("values.yaml", "## @param result.autoscaling.maxReplicas ", "## @param result.autoscaling.maxReplicas Not ");
        Write().Error.ShouldContain("result.autoscaling.maxReplicas shares its definition with other keys, and says «Not ");
    }

    private (int Status, string Error) Write()
    {
        var result = NpmRegistry.TryRun(new Command(Project.In("scripts", "values-table"), [_folder.Path]));
        return (result.ExitCode, result.Error);
    }

    private void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(_folder.In(file));
        text.ShouldContain(old);
        File.WriteAllText(_folder.In(file), text.Replace(old, with, StringComparison.Ordinal));
    }
}
