namespace Bernstein.Chart.Tests.Documents;

/// <summary>docs/decisions, a page for each decision, and the traps of docs/architecture.md.</summary>
public sealed partial class DecisionTests
{
    private static readonly Lazy<string> Sources = new(() =>
        string.Concat(
            new[] { "*Tests.cs", "*.yaml" }
                .SelectMany(pattern => Directory.EnumerateFiles(Project.In("tests"), pattern, SearchOption.AllDirectories))
                .Select(File.ReadAllText)
        )
    );

    private static IEnumerable<string> Names() =>
        Directory
            .EnumerateFiles(Project.In("docs", "decisions"), "*.md")
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name != "README.md");

    [Test]
    public void The_index_names_every_decision_once_by_its_heading()
    {
        var index = File.ReadAllText(Project.In("docs", "decisions", "README.md"));
        Entry()
            .Matches(index)
            .Select(entry => (entry.Groups[2].Value, entry.Groups[1].Value))
            .Order()
            .ShouldBe(Names().Select(name => (name, File.ReadLines(Of(name)).First()["# ".Length..])).Order());
    }

    [TestCaseSource(nameof(Names))]
    public void A_decision_is_short_and_guarded_by_tests_that_are_there(string name)
    {
        var text = File.ReadAllText(Of(name));
        text.Count(letter => letter == '\n').ShouldBeLessThanOrEqualTo(60);
        var guards = Guard()
            .Matches(text[text.IndexOf("\nGuarded by", StringComparison.Ordinal)..])
            .Select(guard => guard.Groups[1].Value)
            .ToArray();
        guards.ShouldNotBeEmpty();
        guards.Where(guard => !IsTest(guard)).ShouldBeEmpty();
    }

    [Test]
    public void A_trap_names_requirements_and_a_test_that_are_there()
    {
        var rows = Trap().Matches(File.ReadAllText(Project.In("docs", "architecture.md")));
        rows.Count.ShouldBe(12);
        rows.SelectMany(row => Name().Matches(row.Groups[1].Value))
            .Select(name => name.Groups[1].Value)
            .Except(Catalogue.All.Select(requirement => requirement.Identifier))
            .ShouldBeEmpty();
        rows.Select(row => row.Groups[2].Value).Where(test => !IsTest(test)).ShouldBeEmpty();
    }

    // A method, or a case in a file of cases.
    private static bool IsTest(string name) =>
        Sources.Value.Contains($" {name}(", StringComparison.Ordinal) || Sources.Value.Contains($"\n{name}:", StringComparison.Ordinal);

    private static string Of(string name) => Project.In("docs", "decisions", name);

    [GeneratedRegex(@"\[(.+?)\]\(([\w-]+\.md)\)")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\| (`[^|]*`) \| \d[^|]* \| [^|]* \| [^|]* \| `(\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Trap();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("`([A-Za-z0-9_]+)`")]
    private static partial Regex Guard();
}
