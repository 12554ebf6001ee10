namespace Bernstein.Chart.Tests.Documents;

/// <summary>The README's way to the flat files and to a verdict without a shell of Unix: Helm writes the files by itself, since its templates have their names.</summary>
public sealed class WithoutShellTests : FolderTest
{
    private static readonly ChartOptions Options = new()
    {
        Profile = "specification",
        Values = BernsteinChart.FixedPassword + "flatFiles: true\n",
    };

    private string Written => Path.Combine(Folder.Path, "bernstein", "templates");

    [SetUp]
    public void Render() =>
        HelmTool
            .TryRun(null, ["template", "bernstein", Project.Chart, .. Options.Arguments, "--output-dir", Folder.Path])
            .ExitCode.ShouldBe(0);

    [Test]
    public void Helm_alone_writes_flat_files_that_meet_every_requirement() =>
        Profile.Defaults.Unexpected(FlatFiles.Read(Written)).ShouldBeEmpty();

    [Test]
    public void They_are_those_of_the_script_but_for_the_lines_of_Helm()
    {
        foreach (
            var file in BernsteinChart.Manifests(Options).Files.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal))
        )
        {
            File.ReadLines(Path.Combine([Written, .. file.Path.Split('/')]))
                .Where(line => line != "---" && !line.StartsWith("# Source: ", StringComparison.Ordinal))
                .ShouldBe(file.Text.Split('\n')[..^1].Where(line => line != "---"), file.Path);
        }
    }

    /// <summary>Needs no more than what the tests were built with.</summary>
    [Test]
    public void The_SDK_alone_starts_the_judge()
    {
        string[] run = ["run", "--no-build", "--project", Project.In("src", "Bernstein.Check")];
        new Command("dotnet", [.. run, "--", Written]).Run().Output.ShouldEndWith(" passed, 0 failed\n");
    }
}
