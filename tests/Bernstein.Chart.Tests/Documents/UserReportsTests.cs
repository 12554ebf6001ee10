using System.Text.RegularExpressions;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>docs/user-reports.md: every report has its outcome, and the tests that it names are there.</summary>
public sealed partial class UserReportsTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Project.In("docs", "user-reports.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Test]
    public void Every_report_has_an_outcome()
    {
        Rows.Length.ShouldBeGreaterThan(50);
        Rows.ShouldAllBe(row => row.Length == 4 && row.Take(3).All(cell => cell.Length > 0));
    }

    [Test]
    public void The_tests_that_it_names_are_there() =>
        Rows.SelectMany(row => Name().Matches(row[3]).Select(name => name.Groups[1].Value))
            .Except(GetType().Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name))
            .ShouldBeEmpty();

    [GeneratedRegex("`([A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
