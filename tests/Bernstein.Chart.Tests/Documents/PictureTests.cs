using Bernstein.Chart.Tests.Documents.Picture;
using Bernstein.Chart.Tests.Harness;
using Bernstein.Check.Application;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>The pictures of the architecture and of the verdict: drawn from the flat files, and drawn anew by <c>scripts/draw</c>.</summary>
public sealed class PictureTests
{
    [Test]
    public void The_picture_is_the_one_that_is_drawn_from_the_flat_files() =>
        Drawn.ShouldBe("architecture.svg", new SvgPicture(Architecture("{}")).ToString());

    [Test]
    public void So_is_the_one_in_Mermaid() => Drawn.ShouldBe("architecture.mmd", new MermaidPicture(Architecture("{}")).ToString());

    [Test]
    public void So_is_the_one_of_the_verdict_on_them()
    {
        var manifests = BernsteinChart.Manifests(new ChartOptions { Profile = "specification" });
        var kubernetes = new Version(1, 35);
        var picture = new VerdictPicture(Assessment.Of(new Submission(manifests, kubernetes)), kubernetes).ToString();
        Drawn.ShouldBe("verdict.svg", picture);
        picture.ShouldContain($">{Catalogue.All.Count} passed, 0 failed<");
        Catalogue.All.Where(requirement => !picture.Contains($">{requirement.Identifier}<", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Test]
    public void Every_workload_host_and_port_stands_in_both()
    {
        var architecture = Architecture("{}");
        string[] shown =
        [
            .. architecture.Parts.SelectMany(part => new[] { part.Name, part.Image.Split('/')[^1] }),
            .. architecture.Hosts.Values,
            .. architecture.Doors.Select(door => $":{door.Port}").Where(port => port != ":8080"),
            .. architecture.Sources.SelectMany(source => source.Keys),
            .. architecture.Claims.Select(claim => claim.Size),
        ];
        shown.Length.ShouldBeGreaterThan(25);
        foreach (var picture in new[] { new SvgPicture(architecture).ToString(), new MermaidPicture(architecture).ToString() })
        {
            shown
                .Where(text => !picture.Replace("→ ", ":", StringComparison.Ordinal).Contains(text, StringComparison.Ordinal))
                .ShouldBeEmpty();
        }
    }

    [TestCase("traefik: {service: {httpNodePort: 31021}}", ":30021", ":31021")]
    [TestCase("poll: {image: 'example.org/poll:2'}", "t-dop-600-poll", "poll:2")]
    [TestCase("result: {replicas: 3}", null, "× 3")]
    [TestCase("postgres: {volume: {size: 7Gi}}", ">1Gi", "7Gi")]
    [TestCase("poll: {host: vote.example.org}", "poll.dop.io", "vote.example.org")]
    public void A_change_of_the_chart_changes_both(string values, string? gone, string come)
    {
        var architecture = Architecture(values);
        foreach (var picture in new[] { new SvgPicture(architecture).ToString(), new MermaidPicture(architecture).ToString() })
        {
            picture.ShouldContain(come);
            if (gone is not null)
            {
                picture.ShouldNotContain(gone);
            }
        }
    }

    private static Architecture Architecture(string values) =>
        new(BernsteinChart.Manifests(new ChartOptions { Profile = "specification", Values = values }));
}
