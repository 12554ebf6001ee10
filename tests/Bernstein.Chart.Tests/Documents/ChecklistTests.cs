using Bernstein.Chart.Tests.Chart;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>docs/checklist.md says of the chart what the judge says of it, wherever the judge has an answer.</summary>
public sealed partial class ChecklistTests
{
    private const string Standards = "Pod Security Standards";

    /// <summary>The profiles of the two columns.</summary>
    private static readonly string[] Columns = ["defaults", "production"];

    /// <summary>The rows of the tables, by the heading above them, as their cells.</summary>
    private static readonly ILookup<string, string[]> Tables = Read().ToLookup(row => row.Heading, row => row.Cells);

    private static string[][] Rows => [.. Tables.SelectMany(table => table).Where(cells => cells.Length == 4)];

    [Test]
    public void Every_requirement_of_production_is_there() =>
        Tables["What each requirement looks at"]
            .Select(cells => cells[0])
            .ShouldBe(
                Catalogue.Production.Select(requirement => requirement.Identifier),
                "docs/checklist.md needs its row, in the order of Catalogue"
            );

    [Test]
    public void Every_control_of_the_standards_is_there() =>
        Tables[Standards].Select(cells => cells[0]).ShouldBe(PodSecurityStandards.Names(PodSecurityLevel.Restricted), ignoreOrder: true);

    [Test]
    public void Every_row_says_yes_no_or_nothing_and_a_no_in_production_has_a_reason()
    {
        Rows.Length.ShouldBeGreaterThan(60);
        Rows.Where(cells => !cells[1..3].All(cell => cell is "yes" or "no" or "–") || (cells[2] == "no" && cells[3].Length == 0))
            .ShouldBeEmpty();
    }

    [Test]
    public void What_is_said_of_a_control_is_what_the_pods_are() =>
        Wrong(Tables[Standards], (profile, cells) => ProductionProfileTests.Pods(profile).All(pod => Keeps(pod, cells[0]))).ShouldBeEmpty();

    [Test]
    public void What_is_said_of_a_requirement_is_what_the_judge_says()
    {
        var rows = Rows.Where(cells => Named().IsMatch(cells[3])).ToArray();
        rows.Length.ShouldBeGreaterThan(10);
        Wrong(rows, (profile, cells) => Named().Matches(cells[3]).All(name => Holds(profile, name.Value))).ShouldBeEmpty();
    }

    private static string[] Wrong(IEnumerable<string[]> rows, Func<string, string[], bool> isMet) =>
        [
            .. from cells in rows
            from column in Columns.Index()
            let said = cells[column.Index + 1]
            let found = isMet(column.Item, cells) ? "yes" : "no"
            where said != "–" && said != found
            select $"{cells[0]}: {said} for {column.Item}, and it is {found}",
        ];

    private static bool Keeps(Workload pod, string control) =>
        !PodSecurityStandards.Findings(pod, PodSecurityLevel.Restricted).Any(finding => finding.Message.Contains($"({control}, "));

    private static bool Holds(string profile, string identifier) =>
        ProductionProfileTests.Judge(profile).Outcomes.Single(outcome => outcome.Requirement.Identifier == identifier).Verdict.Status
        == Status.Pass;

    private static IEnumerable<(string Heading, string[] Cells)> Read()
    {
        var heading = "";
        var isHead = true;
        foreach (var line in File.ReadLines(Project.In("docs", "checklist.md")))
        {
            heading = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : heading;
            var isRow = line.StartsWith("| ", StringComparison.Ordinal);
            if (isRow && !isHead)
            {
                yield return (heading, [.. line.Split('|')[1..^1].Select(cell => cell.Trim())]);
            }

            // The first row names the columns.
            isHead = !isRow && !line.StartsWith("|--", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"production\.(?!md\b)[a-z-]+")]
    private static partial Regex Named();
}
