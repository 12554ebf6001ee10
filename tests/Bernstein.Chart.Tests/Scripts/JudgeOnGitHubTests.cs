using Bernstein.Chart.Tests.Automation;

namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/judge-on-github: what action.yml calls.</summary>
[NeedsUnix("the shell")]
public sealed class JudgeOnGitHubTests : FolderTest
{
    [SetUp]
    public void Render() => new Command(Project.In("scripts", "render"), [Folder.In("manifests")]) { Environment = Variables() }.Run();

    [Test]
    public void The_log_is_text_the_summary_a_table_and_the_findings_are_SARIF()
    {
        var result = Judge(("KUBE_VERSION", "1.22"), ("SARIF", Folder.In("judge.sarif")));
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain($"{Catalogue.All.Count} passed, 0 failed");
        Folder.Read("summary").ShouldContain("| ");
        Folder.Read("judge.sarif").ShouldContain("\"2.1.0\"");
    }

    [Test]
    public void A_folder_where_a_requirement_does_not_hold_ends_with_1()
    {
        File.Delete(Folder.In("manifests/redis.service.yaml"));
        Judge().ExitCode.ShouldBe(1);
        Folder.Read("summary").ShouldContain("files.redis.service.yaml");
    }

    /// <summary>The runner takes a line that begins with <c>::error</c>, or holds <c>##[error]</c>, for a command.</summary>
    [Test]
    public void The_name_of_a_hand_in_is_no_command()
    {
        Directory.Move(Folder.In("manifests"), Folder.In("::error::hacked##[error]"));
        var result = Judge(("FOLDERS", $"::error::hacked##[error] {Folder.In("nowhere")}"));
        (result.ExitCode, result.Error).ShouldBe((2, ""));
        var log = Regex.Match(result.Output, @"\A::stop-commands::(?<token>[0-9a-f]{32})\n(?<text>[\s\S]*)\n::\k<token>::\n\z");
        log.Success.ShouldBeTrue(result.Output);
        log.Groups["text"].Value.ShouldContain("\n::error::hacked##[error]");
        log.Groups["text"].Value.ShouldContain("check: there is no ");
    }

    [Test]
    public void The_requirements_of_production_are_asked_where_it_is_said()
    {
        Judge(("PRODUCTION", "false")).Output.ShouldNotContain("production.");
        var result = Judge(("PRODUCTION", "true"), ("SARIF", Folder.In("judge.sarif")));
        result.ExitCode.ShouldBe(1, result.Error);
        new[] { result.Output, Folder.Read("summary"), Folder.Read("judge.sarif") }.ShouldAllBe(text =>
            text.Contains("production.dashboard")
        );

        var refused = Judge(("PRODUCTION", "yes"));
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("PRODUCTION is yes; asked for is true or false");
    }

    [Test]
    public void Everything_that_the_action_hands_over_is_taken()
    {
        var action = new WorkflowFile("action.yml").Root;
        var handed = action.At("runs.steps").Items.SelectMany(step => step["env"].Entries).ToArray();
        handed
            .Select(variable => variable.Value.Text)
            .ShouldBe(action["inputs"].Entries.Select(input => $"${{{{ inputs.{input.Key} }}}}"), ignoreOrder: true);
        var script = File.ReadAllText(Project.In("scripts", "judge-on-github"));
        handed.Where(variable => !script.Contains($"${{{variable.Key}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private Dictionary<string, string> Variables(params IEnumerable<(string Name, string Value)> more) =>
        new[]
        {
            ("BERNSTEIN_CHECK", typeof(Assessment).Assembly.Location),
            ("HELM", HelmTool.Path),
            ("FOLDERS", Folder.In("manifests")),
            ("GITHUB_STEP_SUMMARY", Folder.In("summary")),
        }
            .Concat(more)
            .GroupBy(variable => variable.Item1)
            .ToDictionary(same => same.Key, same => same.Last().Item2);

    private CommandResult Judge(params (string Name, string Value)[] variables) =>
        new Command(Project.In("scripts", "judge-on-github"), [])
        {
            Environment = Variables(variables),
            WorkingDirectory = Folder.Path,
        }.TryRun();
}
