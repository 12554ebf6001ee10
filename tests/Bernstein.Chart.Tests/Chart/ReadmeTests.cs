using Bernstein.Chart.Tests.Commands;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>What the documents say is so.</summary>
public sealed class ReadmeTests
{
    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void A_profile_has_its_line_in_the_README(Profile profile) =>
        File.ReadLines(Project.In("README.md"))
            .ShouldContain(line =>
                System.Text.RegularExpressions.Regex.IsMatch(line, $@"^\| \[`{profile}`\]\(values/{profile}\.yaml\) \| .+ \| .+ \|$")
            );

    [TestCase("README.md")]
    [TestCase("CONTRIBUTING.md")]
    [TestCase("docs/operations.md")]
    [TestCase("docs/decisions.md")]
    [TestCase("docs/check.md")]
    [TestCase("docs/packaging.md")]
    public void A_link_leads_to_a_file_that_is_there(string document) =>
        System
            .Text.RegularExpressions.Regex.Matches(File.ReadAllText(Project.In(document)), @"\]\((?!https?:|#)([^)#]+)")
            .Select(link => link.Groups[1].Value)
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(Project.In(document))!, link)))
            .ShouldBeEmpty();

    [Test]
    public void The_table_of_the_values_is_up_to_date()
    {
        using var folder = new TemporaryFolder();
        var committed = File.ReadAllText(Path.Combine(Project.Chart, "README.md"));
        File.WriteAllText(folder.In("README.md"), committed);
        var result = new Command(Project.In("scripts", "values-table"), [folder.In("README.md")]).TryRun();
        if (result.Error.Contains("npm", StringComparison.Ordinal))
        {
            Assert.Ignore($"the generator could not be brought: {result.Error}");
        }

        result.ExitCode.ShouldBe(0, result.Error);
        File.ReadAllText(folder.In("README.md")).ShouldBe(committed, "scripts/values-table writes it anew");
    }
}
