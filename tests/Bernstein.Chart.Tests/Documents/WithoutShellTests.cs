namespace Bernstein.Chart.Tests.Documents;

/// <summary>The README's way to the flat files and to a verdict without a shell of Unix: Helm writes the files by itself, since its templates have their names.</summary>
public sealed class WithoutShellTests
{
    private readonly TemporaryFolder _folder = new();

    private string Written => Path.Combine(_folder.Path, "bernstein", "templates");

    [SetUp]
    public void Render() =>
        HelmTool
            .TryRun(
                null,
                "template",
                "bernstein",
                Project.Chart,
                "-f",
                Project.In("values", "specification.yaml"),
                "--set",
                "postgres.password=not-a-secret,flatFiles=true",
                "--output-dir",
                _folder.Path
            )
            .ExitCode.ShouldBe(0);

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Helm_alone_writes_flat_files_that_meet_every_requirement() =>
        Assessment
            .Of(new Submission(FlatFiles.Read(Written), new Version(1, 35)))
            .Outcomes.Where(outcome => outcome.Verdict.Status != Status.Pass)
            .Select(outcome => outcome.Requirement.Identifier)
            .ShouldBeEmpty();

    [Test]
    public void They_are_those_of_the_script_but_for_the_lines_of_Helm()
    {
        var expected = BernsteinChart.Manifests(
            new ChartOptions { Profile = "specification", Values = BernsteinChart.FixedPassword + "flatFiles: true\n" }
        );
        foreach (var file in expected.Files.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal)))
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
        var result = new Command(
            "dotnet",
            ["run", "--no-build", "--project", Project.In("src", "Bernstein.Check"), "--", Written]
        ).TryRun();
        result.ShouldSatisfyAllConditions(
            judged => judged.ExitCode.ShouldBe(0, judged.Error),
            judged => judged.Output.ShouldEndWith(" passed, 0 failed\n")
        );
    }
}
