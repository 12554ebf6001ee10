namespace Bernstein.Chart.Tests.Chart;

/// <summary>How large the chart, and what it renders, may become. A capability is paid for by what goes for it.</summary>
public sealed partial class BudgetTests
{
    private static readonly string Templates = Path.Combine(Project.Chart, "templates");

    /// <summary>The templates by their path below templates/, as lines.</summary>
    private static readonly Dictionary<string, string[]> Lines = Directory
        .EnumerateFiles(Templates, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Templates, path).Replace('\\', '/'), File.ReadAllLines);

    private static readonly string[][] Helpers = Below("helpers/");
    private static readonly string[][] Refusals = Below("values/");
    private static readonly string[][] Shell = [.. Lines.Values.SelectMany(Blocks)];

    // All templates that Helm renders, those that only stop it too. What they share is a helper, and what refuses values a partial of templates/values.
    private static readonly string[] Rendered =
    [
        .. Lines.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(file => file.Value),
    ];

    private static readonly (int Most, string Of, Func<int> Found)[] Budgets =
    [
        (21, "flat files", () => FlatFiles().Count),
        (700, "lines of flat files", () => FlatFiles().Values.Sum(Count)),
        (90, "lines of worker.deployment.yaml", () => Count(FlatFiles()["worker.deployment.yaml"])),
        (950, "lines of the defaults", () => Count(Rendering(null))),
        (1350, "lines of modern", () => Count(Rendering("modern"))),
        (2300, "lines of modern+production", () => Count(Rendering("modern+production"))),
        (20, "lines of shell in templates", () => Shell.Sum(block => block.Length)),
        (5, "lines of shell in a block of a template", () => Shell.Max(block => block.Length)),
        (250, "lines of scripts", () => Scripts.Sum(script => script.Length)),
        (150, "lines of a script", () => Scripts.Max(script => script.Length)),
        (12, "files of helpers", () => Helpers.Length),
        (700, "lines of helpers", () => Helpers.Sum(file => file.Length)),
        (40, "definitions in helpers", () => Helpers.SelectMany(file => file).Count(Definition().IsMatch)),
        (612, "lines of refusals", () => Refusals.Sum(file => file.Length)),
        (60, "lines of a file of refusals", () => Refusals.Max(file => file.Length)),
        (140, "letters of a line of a template", () => Lines.Values.SelectMany(file => file).Max(line => line.Length)),
        (
            139,
            "values",
            () => File.ReadLines(Path.Combine(Project.Chart, "values.yaml")).Count(line => line.TrimStart().StartsWith("## @param"))
        ),
        // What renders reads like the YAML that it produces.
        (38, "lines of 100 with an action", () => (100 * Rendered.Count(line => line.Contains("{{")) - 1) / Rendered.Length + 1),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        Budgets.Select(budget => new TestCaseData(budget.Most, budget.Found).SetArgDisplayNames($"{budget.Most} {budget.Of}"));

    [TestCaseSource(nameof(Cases))]
    public void There_are_at_most(int most, Func<int> found) => found().ShouldBeInRange(1, most);

    /// <summary>They are mounted as they stand; what differs comes by the environment. Grafana has braces of its own.</summary>
    [Test]
    public void Nothing_that_is_mounted_has_a_template_expression() =>
        Directory
            .GetFiles(Path.Combine(Project.Chart, "files"), "*", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Replace("{{pod}} {{container}}", "", StringComparison.Ordinal).Contains("{{"))
            .ShouldBeEmpty();

    [Test]
    public void Every_definition_is_called()
    {
        var all = string.Join('\n', Lines.Values.SelectMany(lines => lines));
        Definition()
            .Matches(all)
            .Select(match => match.Groups[1].Value)
            // The refusals are called by their list.
            .Where(name => !name.StartsWith("bernstein.mistakes.", StringComparison.Ordinal))
            .Where(name => !all.Contains($"include \"{name}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Test]
    public void A_Deployment_is_made_of_14_helpers_in_5_files_at_most([ValueSource(nameof(Deployments))] string file)
    {
        var definitions = (
            from helper in Lines
            where helper.Key.StartsWith("helpers/", StringComparison.Ordinal)
            from part in string.Join('\n', helper.Value).Split("{{- define \"").Skip(1)
            select (Name: part[..part.IndexOf('"')], File: helper.Key, Text: part)
        ).ToDictionary(one => one.Name);
        var reached = new HashSet<string>();
        Reach(string.Join('\n', Lines[file]));
        reached.Count.ShouldBeInRange(1, 14);
        reached.Select(name => definitions[name].File).Distinct().Count().ShouldBeLessThanOrEqualTo(5);

        void Reach(string text)
        {
            foreach (var name in Call().Matches(text).Select(match => match.Groups[1].Value).Where(definitions.ContainsKey).ToArray())
            {
                if (reached.Add(name))
                {
                    Reach(definitions[name].Text);
                }
            }
        }
    }

    public static IEnumerable<string> Deployments => Lines.Keys.Where(path => path.EndsWith(".deployment.yaml", StringComparison.Ordinal));

    /// <summary>Nothing hides behind a partial that no budget counts.</summary>
    [Test]
    public void Every_partial_is_a_helper_or_a_refusal() =>
        Lines
            .Keys.Where(path => Path.GetFileName(path).StartsWith('_'))
            .Where(path => path.Split('/')[0] is not ("helpers" or "values"))
            .ShouldBeEmpty();

    private static string[][] Scripts => [.. Directory.GetFiles(Path.Combine(Project.Chart, "files"), "*.sh").Select(File.ReadAllLines)];

    private static string[][] Below(string folder) =>
        [.. Lines.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal)).Select(file => file.Value)];

    private static string Rendering(string? profile, string values = "") =>
        BernsteinChart.Render(new ChartOptions { Profile = profile, Values = BernsteinChart.FixedPassword + values });

    private static Dictionary<string, string> FlatFiles() => BernsteinChart.Files(Rendering("specification", "flatFiles: true\n"));

    private static int Count(string text) => text.Split('\n').Length - 1;

    // Scripts that a template holds: what stands deeper than the line that ends with «- |», but for the actions around it.
    private static IEnumerable<string[]> Blocks(string[] lines) =>
        from start in Enumerable.Range(0, lines.Length)
        where lines[start].TrimStart() == "- |"
        let indent = lines[start].Length - lines[start].TrimStart().Length
        select lines[(start + 1)..]
            .TakeWhile(line => line.Length - line.TrimStart().Length > indent)
            .Where(line => !Branch().IsMatch(line))
            .ToArray();

    [GeneratedRegex("""\{\{- define "([^"]+)" ?-?\}\}""")]
    private static partial Regex Definition();

    [GeneratedRegex("""include "([^"]+)" """)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\s*\{\{- (if|else|end|range|with)\b")]
    private static partial Regex Branch();
}
