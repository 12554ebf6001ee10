namespace Bernstein.Chart.Tests.Documents;

/// <summary>What the documents say of profiles is so, and the README is short.</summary>
public sealed class ReadmeTests
{
    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void A_profile_has_its_line(Profile profile) =>
        File.ReadAllText(Project.In("values", "README.md")).ShouldMatch($@"(?m)^\| \[`{profile}`\]\({profile}\.yaml\) \| .+ \| .+ \|$");

    /// <summary>A reader with ten minutes finds his door.</summary>
    [Test]
    public void The_README_has_three_doors_and_800_words_at_most()
    {
        var text = File.ReadAllText(Project.In("README.md"));
        Words(text).ShouldBeLessThanOrEqualTo(800);
        foreach (var door in new[] { "docs/student.md", "docs/teacher.md", "docs/operator.md" })
        {
            text.ShouldContain($"]({door})**");
        }
    }

    [Test]
    public void All_documents_together_keep_to_their_budget_of_words() =>
        Document.All.Sum(document => Words(document.Text)).ShouldBeLessThanOrEqualTo(25_000);

    [TestCase("README.md")]
    [TestCase("docs/install.md")]
    [TestCase("docs/operator.md")]
    public void The_first_installation_ends_well_on_nodes_with_cgroup_v2(string document)
    {
        var command = File.ReadLines(Project.In(document)).First(line => line.Contains("helm install", StringComparison.Ordinal));
        var profiles = Regex.Matches(command, @"values/(\S+)\.yaml").Select(match => match.Groups[1].Value);
        BernsteinChart
            .Manifests(new ChartOptions { Profile = string.Join('+', profiles) is { Length: > 0 } named ? named : null })
            .In("cadvisor.daemonset.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].image")
            .Text.ShouldNotBeNull()
            .ShouldNotStartWith("google/cadvisor:");
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
