namespace Bernstein.Chart.Tests.Documents;

/// <summary>Every block of commands in the README and in docs is run by a test, or says that it needs a cluster.</summary>
public sealed partial class CommandBlockTests
{
    // Classes by their name, and files of transcripts.
    private static readonly Lazy<ILookup<string, string>> Tests = new(() =>
        Directory
            .EnumerateFiles(Project.In("tests"), "*", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileName(path).Replace(".cs", "", StringComparison.Ordinal))
    );

    private static readonly string[] Flags =
        "--wait --wait-for-jobs --reuse-values --reset-then-reuse-values --take-ownership --rollback-on-failure".Split(' ');

    private static IEnumerable<CommandBlock> Marked(string mark) => CommandBlock.All.Where(block => block.Mark == mark);

    private static IEnumerable<CommandBlock> RunElsewhere() => CommandBlock.All.Where(block => block.Runners.Count > 0);

    private static IEnumerable<CommandBlock> RunHere() => Marked("run");

    private static IEnumerable<string> HelmCommands() =>
        Document
            .All.SelectMany(document => HelmCommand().Matches(document.Text))
            .Select(command => command.Groups[1].Value.Trim())
            .Distinct();

    [Test]
    public void There_are_blocks_of_each_sort()
    {
        RunHere().ShouldNotBeEmpty();
        RunElsewhere().Count().ShouldBeGreaterThan(4);
        Marked("cluster").Count().ShouldBeGreaterThan(15);
    }

    [Test]
    public void A_block_says_what_runs_it() =>
        CommandBlock
            .All.Where(block => block.Mark is not ("run" or "cluster") && block.Runners.Count == 0)
            .Select(block => $"{block}: write run, cluster or by NAME behind the language of its fence")
            .ShouldBeEmpty();

    [TestCaseSource(typeof(CommandBlock), nameof(CommandBlock.Documents))]
    public void Commands_stand_in_a_fence(Document document) =>
        Indented()
            .Matches(Fenced().Replace(document.Text, ""))
            .Select(command => $"{command.Value.Trim()}: put it between ```sh cluster (or run, or by NAME) and ```")
            .ShouldBeEmpty();

    [TestCaseSource(nameof(RunElsewhere))]
    public void What_is_said_to_run_a_block_is_there_and_calls_each_of_its_programs(CommandBlock block)
    {
        var texts = block.Runners.Select(TextOf).ToArray();
        block
            .Commands.Where(command =>
                Needles(command) is { Length: > 0 } needles
                && !texts.Any(text => needles.Any(needle => text.Contains(needle, StringComparison.Ordinal)))
            )
            .ShouldBeEmpty();
    }

    [TestCaseSource(nameof(RunHere))]
    [NeedsUnix("the shell")]
    public void A_block_does_what_it_says(CommandBlock block)
    {
        using var folder = new TemporaryFolder();
        // The project as it is after its first command, without touching it.
        foreach (var name in new[] { "scripts", "chart", "values" })
        {
            folder.Copy(Project.In(name));
        }

        Bash("scripts/render").Run();
        Bash(block.Text).Run();

        Command Bash(string text) =>
            new("bash", ["-euo", "pipefail", "-c", text])
            {
                WorkingDirectory = folder.Path,
                Environment = new Dictionary<string, string>
                {
                    ["BERNSTEIN_CHECK"] = typeof(Assessment).Assembly.Location,
                    ["HELM"] = HelmTool.Path,
                    ["PATH"] = $"{Path.GetDirectoryName(HelmTool.Path)}{Path.PathSeparator}{SearchPath.OfThisTest}",
                },
            };
    }

    [TestCaseSource(nameof(HelmCommands))]
    public void The_values_of_an_installation_or_an_upgrade_render(string options)
    {
        ValueOption().Replace(options, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Flags).ShouldBeEmpty();
        var arguments = ValueOption()
            .Matches(options)
            .Select(option => (Name: option.Groups[1].Value, Value: option.Groups[2].Value.Trim('\'')))
            // A file of the reader's own can't be rendered here.
            .Where(option => option.Name == "--set" || option.Value.StartsWith("values/", StringComparison.Ordinal))
            // A word in capitals stands for one of the reader's own.
            .Select(option => (option.Name, Value: Placeholder().Replace(option.Value, word => word.Value.ToLowerInvariant())))
            .SelectMany(option => new[] { option.Name, option.Name == "-f" ? Project.In(option.Value) : option.Value });
        HelmTool
            .TryRun(null, ["template", "bernstein", Project.Chart, .. arguments])
            .ShouldSatisfyAllConditions(
                result => result.ExitCode.ShouldBe(0, result.Error),
                result => result.Output.ShouldContain("kind: Deployment")
            );
    }

    [Test]
    public void The_door_of_the_student_applies_every_flat_file_once() =>
        CommandBlock
            .All.Where(block => block.Document.Path == "docs/student.md")
            .SelectMany(block => AppliedFile().Matches(block.Text))
            .Select(file => file.Groups[1].Value)
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                BernsteinChart
                    .Manifests(new ChartOptions { Profile = "specification", Values = "flatFiles: true" })
                    .Files.Select(file => file.Path)
                    .Where(path => !path.Contains('/'))
                    .Order(StringComparer.Ordinal)
            );

    /// <summary>With one value and without this option Helm forgets all others: policies, budgets, backups.</summary>
    [Test]
    public void Every_upgrade_keeps_what_the_release_has()
    {
        var upgrades = Document
            .All.Select(document => document.FullPath)
            .Concat(Directory.EnumerateFiles(Project.Chart, "*", SearchOption.AllDirectories))
            .Concat(Project.Profiles.Select(profile => Project.In("values", $"{profile}.yaml")))
            .SelectMany(path => Upgrade().Matches(File.ReadAllText(path).Replace("\\\n", " ", StringComparison.Ordinal)))
            .Select(upgrade => upgrade.Value.Trim())
            .ToArray();
        upgrades.Length.ShouldBeGreaterThan(10);
        upgrades.Where(upgrade => !upgrade.Contains("--reset-then-reuse-values", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // What the runner's source must hold to be believed: one of these. Nothing for what only cleans up.
    private static string[] Needles(string command) =>
        command.Split(' ') switch
        {
            ["rm", ..] or ["dotnet", "new", ..] => [],
            ["helm", var verb, ..] => [$"\"{verb}\"", $"helm {verb}", $"\"$HELM\" {verb}"],
            ["dotnet", "test", ..] or [".ci/run", ..] => ["dotnet test"],
            ["dotnet", var verb, ..] => [verb],
            [var program, ..] => [program],
            [] => [],
        };

    // With a class or a transcript goes what lies beside it.
    private static string TextOf(string runner) =>
        Tests.Value[runner].SingleOrDefault() is { } path
            ? string.Concat(
                Directory
                    .EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetExtension(path) == ".cs" ? "*.cs" : "*")
                    .Select(File.ReadAllText)
            )
            : File.ReadAllText(Project.In(runner.Split('/')));

    [GeneratedRegex(@"helm (?:install|upgrade) bernstein chart/bernstein([^`\n|]*)")]
    private static partial Regex HelmCommand();

    [GeneratedRegex(@"(-f|--set|--timeout) ('[^']*'|\S+)")]
    private static partial Regex ValueOption();

    [GeneratedRegex(@"helm(?: -\S+(?: [^-\s]\S*)?)* upgrade [^`\n|]*")]
    private static partial Regex Upgrade();

    [GeneratedRegex(@"^    (?:scripts/|\.ci/|dotnet |make |kubectl |helm |gpg |git ).*$", RegexOptions.Multiline)]
    private static partial Regex Indented();

    [GeneratedRegex(@"^```.*\n(?:(?!```).*\n)*```$", RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex("(?<==)[A-Z]+$")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"-f ([a-z-]+\.[a-zA-Z]+\.yaml)")]
    private static partial Regex AppliedFile();
}
