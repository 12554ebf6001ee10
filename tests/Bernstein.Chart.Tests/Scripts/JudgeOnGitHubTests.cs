using Bernstein.Chart.Tests.Automation;

namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/judge-on-github: what action.yml calls.</summary>
[NeedsUnix("the shell")]
public sealed class JudgeOnGitHubTests
{
    private readonly TemporaryFolder _folder = new();

    [SetUp]
    public void Render() => new Command(Project.In("scripts", "render"), [_folder.In("manifests")]) { Environment = Environment }.Run();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_summary_is_a_table_and_the_log_is_text()
    {
        var result = Judge(("KUBE_VERSION", "1.22"));
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain($"{Catalogue.All.Count} passed, 0 failed");
        File.ReadAllText(_folder.In("summary")).ShouldContain("| ");
    }

    [Test]
    public void A_folder_where_a_requirement_does_not_hold_ends_with_1()
    {
        File.Delete(_folder.In("manifests/redis.service.yaml"));
        Judge().ExitCode.ShouldBe(1);
        File.ReadAllText(_folder.In("summary")).ShouldContain("files.redis.service.yaml");
    }

    [Test]
    public void A_folder_that_is_not_there_ends_with_2() => Judge(("FOLDERS", _folder.In("nowhere"))).ExitCode.ShouldBe(2);

    /// <summary>The runner takes a line that begins with <c>::error</c>, or holds <c>##[error]</c>, for a command.</summary>
    [Test]
    public void The_name_of_a_hand_in_is_no_command()
    {
        Directory.Move(_folder.In("manifests"), _folder.In("::error::hacked##[error]"));
        var result = Judge(("FOLDERS", $"::error::hacked##[error] {_folder.In("nowhere")}"));
        (result.ExitCode, result.Error).ShouldBe((2, ""));
        var log = System.Text.RegularExpressions.Regex.Match(
            result.Output,
            @"\A::stop-commands::(?<token>[0-9a-f]{32})\n(?<text>[\s\S]*)\n::\k<token>::\n\z"
        );
        log.Success.ShouldBeTrue(result.Output);
        log.Groups["text"].Value.ShouldContain("\n::error::hacked##[error]");
        log.Groups["text"].Value.ShouldContain("check: there is no ");
    }

    [Test]
    public void The_findings_are_written_as_SARIF()
    {
        Judge(("SARIF", _folder.In("judge.sarif"))).ExitCode.ShouldBe(0);
        File.ReadAllText(_folder.In("judge.sarif")).ShouldContain("\"2.1.0\"");
    }

    [Test]
    public void The_requirements_of_production_are_asked_where_it_is_said()
    {
        Judge(("PRODUCTION", "false")).Output.ShouldNotContain("production.");
        var result = Judge(("PRODUCTION", "true"), ("SARIF", _folder.In("judge.sarif")));
        result.ExitCode.ShouldBe(1, result.Error);
        result.Output.ShouldContain("production.dashboard");
        File.ReadAllText(_folder.In("summary")).ShouldContain("production.dashboard");
        File.ReadAllText(_folder.In("judge.sarif")).ShouldContain("production.dashboard");

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

    private Dictionary<string, string> Environment =>
        new()
        {
            ["BERNSTEIN_CHECK"] = typeof(Assessment).Assembly.Location,
            ["HELM"] = HelmTool.Path,
            ["FOLDERS"] = _folder.In("manifests"),
            ["GITHUB_STEP_SUMMARY"] = _folder.In("summary"),
        };

    private CommandResult Judge(params (string Name, string Value)[] variables)
    {
        var environment = Environment;
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return new Command(Project.In("scripts", "judge-on-github"), [])
        {
            Environment = environment,
            WorkingDirectory = _folder.Path,
        }.TryRun();
    }
}
