namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// What a shell shows, in an empty folder: each command behind «$ » (its next lines behind «&gt; »), and below it what it says: its standard
/// output, then each line of its standard error behind «! », then [N] where it ends with N and not with 0. … stands for any text, in a line
/// of its own for any lines; and $NAME for a variable. The programs that all have are in transcript.sh.
/// </summary>
/// <param name="Before">What the shell does first.</param>
/// <param name="Text">The commands, each with what it says.</param>
public sealed partial record Transcript(string Before, string Text)
{
    private const int CanNotBeHeldHere = 77;

    private static readonly string[] NoCases = ["before", "needs"];

    // What a transcript names where it would be another one on another day.
    private static readonly string[] Named = ["PROJECT", "HERE", "VERSION", "COUNT", "BUT_ONE", "BUT_TWO", "BUT_TWENTY", "WIRING_BUT_ONE"];

    /// <summary>
    /// The transcripts of a folder's files: a text for each sentence, or that and the programs which it <c>needs</c>. A file may say what all of its
    /// cases need, and what comes <c>before</c> each.
    /// </summary>
    internal static IEnumerable<TestCaseData> In(params string[] folder) =>
        Directory
            .EnumerateFiles(Project.In(["tests", "Bernstein.Chart.Tests", .. folder]), "*.yaml")
            .Order(StringComparer.Ordinal)
            .SelectMany(Of);

    /// <summary>The transcripts of one file.</summary>
    internal static IEnumerable<TestCaseData> Of(string path)
    {
        var file = CaseFile.Read(path);
        return from told in file.Entries
            where !NoCases.Contains(told.Key)
            let text = (told.Value["shell"] is { IsSet: true } shell ? shell : told.Value).Text!
            let test = new TestCaseData(new Transcript(file["before"].Text ?? "", text))
            select NeedsAttribute.Of(
                test.SetArgDisplayNames($"{Path.GetFileNameWithoutExtension(path)}: {told.Key}"),
                [.. file["needs"].Texts(), .. told.Value["needs"].Texts()]
            );
    }

    /// <summary>Runs the commands, and compares all that they say with what is written.</summary>
    /// <exception cref="CommandException">What comes before them did not end well.</exception>
    internal void ShouldHold(params IEnumerable<(string Name, string Value)> more)
    {
        var steps = Step().Matches(Text).ToArray();
        string.Concat(steps.Select(step => step.Value)).ShouldBe(Text);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("here"));
        var variables = Variables(folder.In("here")).Concat(more).ToDictionary(variable => variable.Name, variable => variable.Value);
        var result = Run(steps.Select(step => step.Groups["command"].Value), variables);
        if (result.ExitCode == CanNotBeHeldHere)
        {
            Assert.Ignore(result.Error.Trim());
        }

        var said = result.OfSuccess.Output.Split('\u001e');
        said.Length.ShouldBe(steps.Length + 1, "a command has ended the shell");
        steps
            .Zip(said)
            .Where(step => !Pattern(step.First.Groups["said"].Value, variables).IsMatch(step.Second))
            .Select(step => Told(step.First, step.Second))
            .ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string Value)> Variables(string here) =>
        [
            ("PROJECT", Project.Root),
            ("HERE", here),
            ("HELM", HelmTool.Path),
            ("VERSION", BernsteinChart.VersionOf(Project.Chart)),
            ("COUNT", $"{Catalogue.All.Count}"),
            // Without a Kubernetes version, or without the Job, one is not judged.
            ("BUT_ONE", $"{Catalogue.All.Count - 1}"),
            ("WIRING_BUT_ONE", $"{Catalogue.All.Count(requirement => requirement.Severity == Severity.Wiring) - 1}"),
            // One fails, too.
            ("BUT_TWO", $"{Catalogue.All.Count - 2}"),
            // Nor are the nineteen files, where there is one.
            ("BUT_TWENTY", $"{Catalogue.All.Count - 20}"),
            // The tests' own build, so that they never build while others run.
            ("BERNSTEIN_CHECK", typeof(Assessment).Assembly.Location),
        ];

    private CommandResult Run(IEnumerable<string> commands, Dictionary<string, string> variables)
    {
        var driver = Project.In("tests", "Bernstein.Chart.Tests", "Harness", "transcript.sh");
        var lines = commands.Select(command => command[2..].TrimEnd('\n').Replace("\n> ", "\n", StringComparison.Ordinal));
        return new Command("bash", [driver, Before, .. lines])
        {
            WorkingDirectory = variables["HERE"],
            Environment = variables,
            Timeout = TimeSpan.FromMinutes(15),
        }.TryRun();
    }

    private static string Told(Match step, string answer) =>
        $"\n{step.Groups["command"]}is to say\n{step.Groups["said"]}and says\n{answer}";

    private static Regex Pattern(string written, Dictionary<string, string> variables)
    {
        var lines = Named
            .Aggregate(written, (text, name) => text.Replace($"${name}", variables[name], StringComparison.Ordinal))
            .Split('\n')[..^1]
            .Select(line => line == "…" ? @"(?:.*\n)*?" : Regex.Escape(line).Replace("…", ".*", StringComparison.Ordinal) + @"\n");
        return new($@"\A{string.Concat(lines)}\z");
    }

    [GeneratedRegex(@"(?<command>^\$ .*\n(?:> .*\n)*)(?<said>(?:(?!\$ ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Step();
}
