namespace Bernstein.Chart.Tests.Chart;

/// <summary>How large the chart, and what it renders, may become. A capability is paid for by what goes for it.</summary>
public sealed partial class BudgetTests
{
    private static readonly string Templates = Path.Combine(Project.Chart, "templates");

    /// <summary>The templates by their path below templates/, as lines.</summary>
    private static readonly Dictionary<string, string[]> Lines = Directory
        .EnumerateFiles(Templates, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Templates, path).Replace('\\', '/'), File.ReadAllLines);

    private static IEnumerable<KeyValuePair<string, string[]>> Helpers =>
        Lines.Where(file => file.Key.StartsWith("helpers/", StringComparison.Ordinal));

    [Test]
    public void The_flat_files_are_21_of_700_lines_together()
    {
        var files = BernsteinChart.Files(
            BernsteinChart.Render(
                new ChartOptions { Profile = "specification", Values = BernsteinChart.FixedPassword + "flatFiles: true\n" }
            )
        );
        files.Count.ShouldBe(21);
        files.Values.Sum(Count).ShouldBeLessThanOrEqualTo(700);
        Count(files["worker.deployment.yaml"]).ShouldBeLessThanOrEqualTo(90);
    }

    [TestCase(null, 950)]
    [TestCase("modern", 1350)]
    [TestCase("modern+production", 2300)]
    public void A_rendering_has_so_many_lines(string? profile, int lines) =>
        Count(BernsteinChart.Render(new ChartOptions { Profile = profile, Values = BernsteinChart.FixedPassword }))
            .ShouldBeLessThanOrEqualTo(lines);

    [Test]
    public void Templates_have_twenty_lines_of_shell_and_no_block_has_more_than_five()
    {
        var blocks = Lines.Values.SelectMany(Blocks).ToArray();
        blocks.Length.ShouldBeGreaterThan(3);
        blocks.Sum(block => block.Length).ShouldBeLessThanOrEqualTo(20);
        blocks.Where(block => block.Length > 5).Select(block => string.Join('\n', block)).ShouldBeEmpty();
    }

    [Test]
    public void Scripts_have_250_lines_and_none_has_more_than_150()
    {
        var scripts = Directory
            .GetFiles(Path.Combine(Project.Chart, "files"), "*.sh")
            .Select(path => File.ReadAllLines(path).Length)
            .ToArray();
        scripts.Sum().ShouldBeLessThanOrEqualTo(250);
        scripts.Max().ShouldBeLessThanOrEqualTo(150);
    }

    /// <summary>They are mounted as they stand; what differs comes by the environment. Grafana has braces of its own.</summary>
    [Test]
    public void Nothing_that_is_mounted_has_a_template_expression() =>
        Directory
            .GetFiles(Path.Combine(Project.Chart, "files"), "*", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Replace("{{pod}} {{container}}", "", StringComparison.Ordinal).Contains("{{"))
            .ShouldBeEmpty();

    [Test]
    public void Helpers_are_12_files_of_700_lines_and_40_definitions()
    {
        Helpers.Count().ShouldBeLessThanOrEqualTo(12);
        Helpers.Sum(file => file.Value.Length).ShouldBeLessThanOrEqualTo(700);
        Helpers.SelectMany(file => file.Value).Count(line => Definition().IsMatch(line)).ShouldBeLessThanOrEqualTo(40);
    }

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
            from helper in Helpers
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

    [Test]
    public void Refusals_have_612_lines_and_no_file_has_more_than_60()
    {
        var refusals = Lines.Where(file => file.Key.StartsWith("values/", StringComparison.Ordinal)).ToArray();
        refusals.Where(file => file.Value.Length > 60).Select(file => file.Key).ShouldBeEmpty();
        refusals.Sum(file => file.Value.Length).ShouldBeInRange(1, 612);
    }

    [Test]
    public void No_line_of_a_template_is_longer_than_140() =>
        Lines.SelectMany(file => file.Value.Where(line => line.Length > 140).Select(line => $"{file.Key}: {line}")).ShouldBeEmpty();

    /// <summary>
    /// What renders reads like the YAML that it produces: all templates that Helm renders, those that only stop it too. What they share is a
    /// helper, and what refuses values a partial of templates/values; both have budgets of their own.
    /// </summary>
    [Test]
    public void Of_the_lines_of_all_templates_38_percent_have_an_action()
    {
        var lines = Lines.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(file => file.Value).ToArray();
        lines.Length.ShouldBeGreaterThan(1000);
        lines.Count(line => line.Contains("{{", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(lines.Length * 38 / 100);
    }

    /// <summary>Nothing hides behind a partial that no budget counts.</summary>
    [Test]
    public void Every_partial_is_a_helper_or_a_refusal() =>
        Lines
            .Keys.Where(path => Path.GetFileName(path).StartsWith('_'))
            .Where(path => path.Split('/')[0] is not ("helpers" or "values"))
            .ShouldBeEmpty();

    [Test]
    public void There_are_fewer_than_140_values() =>
        File.ReadLines(Path.Combine(Project.Chart, "values.yaml"))
            .Count(line => line.TrimStart().StartsWith("## @param", StringComparison.Ordinal))
            .ShouldBeLessThan(140);

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
