using Bernstein.Documents;
using Bernstein.Documents.Architecture;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>What stands in the documents between two marks is what <c>scripts/draw</c> writes there.</summary>
public sealed class DrawnBlockTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Blocks = new(() =>
        DrawnBlocks.Of(
            BernsteinChart.Manifests(new ChartOptions { Profile = "specification" }),
            BernsteinChart.Manifests(new ChartOptions { Profile = "modern+production", Values = "traefik: {tls: {secretName: pages}}" }),
            Project.In("docs")
        )
    );

    private static IEnumerable<string> Documents() =>
        DrawnBlocks.Documents(Project.Root).Select(path => Path.GetRelativePath(Project.Root, path));

    [TestCaseSource(nameof(Documents))]
    public void A_block_is_the_one_that_is_drawn_now(string document) =>
        DrawnBlocks
            .Fill(Project.In(document), Blocks.Value)
            .ShouldBe(File.ReadAllText(Project.In(document)), "scripts/draw writes it anew");

    [Test]
    public void Every_block_stands_in_a_document() =>
        Blocks.Value.Keys.Except(DrawnBlocks.Documents(Project.Root).SelectMany(DrawnBlocks.Names)).ShouldBeEmpty();

    [Test]
    public void A_block_of_an_unknown_name_is_refused_with_those_that_there_are()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("a.md"), "<!-- drawn: nothing -->\n<!-- end -->\n");
        Should
            .Throw<FormatException>(() => DrawnBlocks.Fill(folder.In("a.md"), Blocks.Value))
            .Message.ShouldContain("there is no block «nothing»; there are: architecture, verdict, ");
    }

    [Test]
    public void The_chart_has_every_workload_host_and_port()
    {
        var application = Application("{}");
        string[] shown =
        [
            .. application.Parts.SelectMany(part => new[] { part.Name, part.Image.Split('/')[^1] }),
            .. application.Hosts.Values,
            .. application.Doors.Select(door => $":{door.Port}").Where(port => port != ":8080"),
            .. application.Sources.SelectMany(source => source.Keys),
            .. application.Claims.Select(claim => claim.Size),
            .. Enumerable.Range(2, 6).Select(step => $"\"{step}<br>"),
        ];
        shown.Length.ShouldBeGreaterThan(30);
        var chart = $"{new MermaidChart(application)}";
        shown.Where(text => !chart.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [TestCase("traefik: {service: {httpNodePort: 31021}}", ":30021", ":31021")]
    [TestCase("poll: {image: 'example.org/poll:2'}", "t-dop-600-poll", "poll:2")]
    [TestCase("result: {replicas: 3}", null, "× 3")]
    [TestCase("postgres: {volume: {size: 7Gi}}", ">1Gi", "7Gi")]
    [TestCase("poll: {host: vote.example.org}", "poll.dop.io", "vote.example.org")]
    public void A_change_of_the_chart_changes_it(string values, string? gone, string come)
    {
        var chart = $"{new MermaidChart(Application(values))}";
        chart.ShouldContain(come);
        if (gone is not null)
        {
            chart.ShouldNotContain(gone);
        }
    }

    private static Application Application(string values) =>
        new(BernsteinChart.Manifests(new ChartOptions { Profile = "specification", Values = values }));
}
