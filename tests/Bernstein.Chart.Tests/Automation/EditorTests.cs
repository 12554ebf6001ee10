namespace Bernstein.Chart.Tests.Automation;

/// <summary>What an editor, make, kind and pre-commit read of this project.</summary>
public sealed partial class EditorTests
{
    private static readonly long[] NodePorts =
    [
        .. BernsteinChart
            .Manifests(new ChartOptions())
            .In("traefik.service.yaml")
            .Single()
            .Root.At("spec.ports")
            .Items.Select(port => port["nodePort"].Number!.Value),
    ];

    private static IEnumerable<string> ValuesFiles() =>
        Project.Profiles.Select(name => Project.In("values", $"{name}.yaml")).Append(Path.Combine(Project.Chart, "values.yaml"));

    [TestCaseSource(nameof(ValuesFiles))]
    public void A_values_file_leads_an_editor_to_the_schema(string path) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, Modeline().Match(File.ReadAllText(path)).Groups[1].Value))
            .ShouldBe(Path.Combine(Project.Chart, "values.schema.json"));

    [Test]
    public void The_container_of_an_editor_is_set_up_by_a_script_and_shows_the_pages()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Project.In(".devcontainer", "devcontainer.json")));
        var container = document.RootElement;
        File.Exists(Project.In(container.GetProperty("postCreateCommand").GetString()!.Split('/'))).ShouldBeTrue();
        container.GetProperty("forwardPorts").EnumerateArray().Select(port => port.GetInt64()).ShouldBe(NodePorts);
    }

    [Test]
    public void A_cluster_of_kind_has_two_workers_and_the_ports_of_the_chart()
    {
        var nodes = Yaml("kind.yaml")["nodes"].Items;
        nodes.Count(node => node["role"].Text == "worker").ShouldBe(2);
        nodes
            .SelectMany(node => node["extraPortMappings"].Items)
            .Select(mapping => (mapping["containerPort"].Number, mapping["hostPort"].Number, mapping["listenAddress"].Text))
            .ShouldBe(NodePorts.Select(port => ((long?)port, (long?)port, (string?)"127.0.0.1")));
    }

    [Test]
    public void The_hook_of_pre_commit_is_a_script()
    {
        var hook = Yaml(".pre-commit-hooks.yaml").Items.Single();
        (hook["language"].Text, hook["entry"].Text).ShouldBe(("script", "scripts/check"));
    }

    [Test]
    public void The_dependency_bot_reads_every_profile_that_names_an_image_and_leaves_the_images_of_the_specification()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Project.In(".github", "renovate.json")));
        var patterns = document
            .RootElement.GetProperty("helm-values")
            .GetProperty("managerFilePatterns")
            .EnumerateArray()
            .Select(pattern => new Regex(pattern.GetString()!.Trim('/')))
            .ToArray();
        var named = Project
            .Profiles.Select(name => $"values/{name}.yaml")
            .Where(path => File.ReadAllText(Project.In(path.Split('/'))).Contains(" image: "));
        named.Count().ShouldBeGreaterThan(3);
        named.Where(path => !patterns.Any(pattern => pattern.IsMatch(path))).ShouldBeEmpty();
        document
            .RootElement.GetProperty("packageRules")[0]
            .ShouldSatisfyAllConditions(
                rule => rule.GetProperty("matchFileNames")[0].GetString().ShouldBe("chart/bernstein/values.yaml"),
                rule => rule.GetProperty("enabled").GetBoolean().ShouldBeFalse()
            );
    }

    [TestCase("fault")]
    [TestCase("proposal")]
    public void A_form_of_an_issue_has_a_name_and_fields_with_labels(string name)
    {
        var form = Yaml($".github/ISSUE_TEMPLATE/{name}.yml");
        form["name"].Text.ShouldNotBeNull();
        form["description"].Text.ShouldNotBeNull();
        form["body"].Items.ShouldNotBeEmpty();
        form["body"].Items.ShouldAllBe(field => field.At("attributes.label").Text != null);
    }

    [Test]
    public void Each_task_calls_what_is_here()
    {
        Tasks.Length.ShouldBeGreaterThan(8);
        Called()
            .Matches(Makefile)
            .Select(call => call.Groups[1].Value)
            .Where(script => !File.Exists(Project.In(script.Split('/'))))
            .ShouldBeEmpty();
    }

    [Test]
    [Needs("make")]
    public void Make_lists_the_tasks()
    {
        var listed = new Command("make", ["help"]) { WorkingDirectory = Project.Root }
            .Run()
            .Output;
        Tasks.Where(task => !listed.Contains($"  make {task} ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Makefile => File.ReadAllText(Project.In("Makefile"));

    private static string[] Tasks => [.. TaskName().Matches(Makefile).Select(task => task.Groups[1].Value)];

    private static Node Yaml(string name) => YamlReader.Read(name, File.ReadAllText(Project.In(name))).Documents.Single();

    [GeneratedRegex(@"^# yaml-language-server: \$schema=(\S+)$", RegexOptions.Multiline)]
    private static partial Regex Modeline();

    [GeneratedRegex("^([a-z-]+):", RegexOptions.Multiline)]
    private static partial Regex TaskName();

    [GeneratedRegex(@"^\t@((?:scripts|\.ci)/\S+)", RegexOptions.Multiline)]
    private static partial Regex Called();
}
