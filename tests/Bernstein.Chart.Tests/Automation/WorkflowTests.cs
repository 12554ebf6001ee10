namespace Bernstein.Chart.Tests.Automation;

/// <summary>The workflows of GitHub Actions, which can't run here: thin, pinned, and with no more rights than they need.</summary>
public sealed partial class WorkflowTests
{
    /// <summary>Rights of a job beyond reading the repository.</summary>
    private static readonly (string File, string Right)[] Granted =
    [
        (".github/workflows/release.yml", "contents: write"),
        (".github/workflows/release.yml", "packages: write"),
        (".github/workflows/release.yml", "attestations: write"),
        (".github/workflows/release.yml", "id-token: write"),
        ("docs/class/judge.yml", "security-events: write"),
    ];

    [TestCaseSource(typeof(WorkflowFile), nameof(WorkflowFile.Workflows))]
    public void A_workflow_may_read_and_a_job_no_more_than_is_on_the_list(WorkflowFile file)
    {
        Rights(file.Root).ShouldBe(["contents: read"]);
        file.Jobs.SelectMany(job => Rights(job.Value))
            .Except(["contents: read"])
            .ShouldBe(Granted.Where(granted => granted.File == file.Path).Select(granted => granted.Right));
    }

    [TestCaseSource(typeof(WorkflowFile), nameof(WorkflowFile.All))]
    public void What_is_used_is_pinned_by_its_commit_and_says_its_version(WorkflowFile file)
    {
        file.Uses.ShouldNotBeEmpty();
        file.Uses.Where(used => !IsPinned(used)).ShouldBeEmpty();
        Commit()
            .Matches(file.Text)
            .Where(commit => !Version().IsMatch(commit.Groups[2].Value))
            .Select(commit => commit.Value)
            .ShouldBeEmpty();

        bool IsPinned(string used) =>
            used.StartsWith("./", StringComparison.Ordinal)
                ? File.Exists(Project.In(used[2..].Split('/')))
                : Pinned().IsMatch(used) || (file.Path.StartsWith("docs/", StringComparison.Ordinal) && used == "OWNER/bernstein@COMMIT");
    }

    [Test]
    public void An_action_is_the_same_commit_everywhere() =>
        WorkflowFile
            .All.SelectMany(file => file.Uses)
            .Where(used => used.Contains('@'))
            .Select(used => used.Split('@'))
            .GroupBy(used => used[0], used => used[1])
            .Where(action => action.Distinct().Count() > 1)
            .Select(action => action.Key)
            .ShouldBeEmpty();

    [Test]
    public void An_example_in_a_document_is_pinned_as_it_is_here()
    {
        var pinned = WorkflowFile.All.SelectMany(file => Used().Matches(file.Text)).Select(used => used.Value).ToHashSet();
        var files = Directory.EnumerateFiles(Project.In("docs"), "*", SearchOption.AllDirectories);
        var examples = files.SelectMany(file => Used().Matches(File.ReadAllText(file))).Select(used => used.Value).ToArray();
        examples.Length.ShouldBeGreaterThan(2);
        examples.Where(example => !pinned.Contains(example) && example != "uses: OWNER/bernstein@COMMIT").ShouldBeEmpty();
    }

    [TestCaseSource(typeof(WorkflowFile), nameof(WorkflowFile.All))]
    public void A_step_is_one_call_of_what_is_here(WorkflowFile file)
    {
        file.Steps.ShouldNotBeEmpty();
        file.Commands.Where(run => !IsCall(run.Trim())).ShouldBeEmpty();
    }

    [TestCaseSource(typeof(WorkflowFile), nameof(WorkflowFile.All))]
    public void Nothing_from_outside_becomes_part_of_a_command(WorkflowFile file) =>
        file
            .Commands.SelectMany(run => Expression().Matches(run))
            .Select(expression => expression.Groups[1].Value)
            .Where(name => !name.StartsWith("matrix.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [TestCaseSource(typeof(WorkflowFile), nameof(WorkflowFile.Workflows))]
    public void A_job_has_an_end_and_leaves_no_credentials_in_the_working_copy(WorkflowFile file)
    {
        file.Jobs.Where(job => !job.Value["uses"].IsSet && job.Value["timeout-minutes"].Number is null)
            .Select(job => job.Key)
            .ShouldBeEmpty();
        file.Steps.Where(step => step["uses"].Text?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true)
            .Where(step => step.At("with.persist-credentials").Text != "false")
            .Select(step => step.Location.ToString())
            .ShouldBeEmpty();
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

    private static IEnumerable<string> Rights(Node of) => of["permissions"].Entries.Select(right => $"{right.Key}: {right.Value.Text}");

    private static bool IsCall(string run)
    {
        var words = run.Replace("${GITHUB_ACTION_PATH}/", "", StringComparison.Ordinal).Split(' ');
        return !run.Contains('\n')
            && words switch
            {
                ["dotnet", "test"] or ["dotnet", "test", "--filter", "Category=Cluster"] => true,
                ["dotnet", "test", "--filter", var filter] => filter.StartsWith("FullyQualifiedName~", StringComparison.Ordinal)
                    && typeof(WorkflowTests).Assembly.GetTypes().Any(type => type.Name == filter["FullyQualifiedName~".Length..]),
                ["dotnet", "test", var project] => Directory.Exists(Project.In(project.Split('/'))),
                ["kind", "create", "cluster", "--config", var file, ..] => File.Exists(Project.In(file)),
                [var script, ..] => (script.StartsWith("scripts/", StringComparison.Ordinal) || script == ".ci/run")
                    && File.Exists(Project.In(script.Split('/'))),
                [] => false,
            };
    }

    [GeneratedRegex("^[a-z-]+/[a-z-]+(/[a-z-]+)?@[0-9a-f]{40}$")]
    private static partial Regex Pinned();

    [GeneratedRegex("@([0-9a-f]{40})(.*)$", RegexOptions.Multiline)]
    private static partial Regex Commit();

    [GeneratedRegex(@"^ # v\d+\.\d+\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"uses: [\w./-]+@\S+( # v\S+)?")]
    private static partial Regex Used();

    [GeneratedRegex(@"\$\{\{\s*([^}]*?)\s*\}\}")]
    private static partial Regex Expression();
}
