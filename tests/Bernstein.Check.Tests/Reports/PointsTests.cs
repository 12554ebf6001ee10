namespace Bernstein.Check.Tests.Reports;

public sealed class PointsTests : CommandTest
{
    [Test]
    public void Points_are_given_for_production_where_it_is_asked_for()
    {
        var points = Folder.In("points");
        File.WriteAllText(points, "production.* 2\n");
        var (held, failed) = (Catalogue.All.Count - 1, Catalogue.Production.Count);
        Check(Reference, "--production", "--format", "csv", "--points", points)
            .Output.ShouldContain($",{held},{held + (2 * failed)},{held},{failed},1,");
        Check(Reference, "--format", "csv", "--points", points).Error.ShouldContain("there is no requirement production.*");
    }

    [TestCase("poll.memory 2.5 # hard\n\nwiring.*; 0.5\ntotal = 20\n", "")]
    [TestCase("poll.memory\n", ":1: asked for is a name and a number that is not negative")]
    [TestCase("* 1\npoll.memory -1\n", ":2: asked for is a name and a number that is not negative")]
    [TestCase("poll.memori 1\n", ":1: there is no requirement poll.memori (did you mean poll.memory?)")]
    public void Points_come_from_a_file(string text, string fault)
    {
        File.WriteAllText(Folder.In("points"), text);
        var result = Check(Broken, "--format", "csv", "--points", Folder.In("points"));
        result.ExitCode.ShouldBe(fault.Length == 0 ? 1 : 2);
        result.Error.ShouldContain(fault);
        // 87 and 2.5 of the letter, and halves of wiring, of which one is not judged.
        var halves = (Catalogue.All.Count - 88 - 1) * 0.5m;
        var points = FormattableString.Invariant($"{20 * (87 + halves) / (87 + 2.5m + halves):0.##}");
        (fault.Length > 0 || result.Output.Contains($"{Broken},{points},20,", StringComparison.Ordinal)).ShouldBeTrue(result.Output);
    }

    [TestCase("memory: 128Mi", 1)]
    // All that the file would have shown counts as failed, not only the line.
    [TestCase("memory: [", 10)]
    public void A_file_that_cannot_be_read_gets_fewer_points_than_one_with_a_mistake(string memory, int lost)
    {
        Folder.Write(
            "broken/poll.deployment.yaml",
            Sample.Reference.With("poll.deployment.yaml", "memory: 128M", memory).Files["poll.deployment.yaml"]
        );
        Folder.Write("points", "total 20\n");
        var judged = Catalogue.All.Count - 1;
        Check(Broken, "--format", "csv", "--points", Folder.In("points"))
            .Output.ShouldContain(FormattableString.Invariant($"{Broken},{20m * (judged - lost) / judged:0.##},20,"));
    }
}
