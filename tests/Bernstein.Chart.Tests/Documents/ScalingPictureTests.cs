using Bernstein.Chart.Tests.Cluster.LoadRuns;
using Bernstein.Chart.Tests.Documents.Picture;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>The picture and the tables of docs/scaling.md: made from the numbers of a load run, and made anew by <c>scripts/draw</c>.</summary>
public sealed class ScalingPictureTests
{
    private static LoadReport Report => LoadReport.In(LoadReport.Documents);

    [Test]
    public void The_picture_is_the_one_that_is_drawn_from_the_numbers() =>
        Drawn.ShouldBe("scaling.svg", new ScalingPicture(Report).ToString());

    [Test]
    public void So_are_the_tables()
    {
        var tables = new ScalingTables(Report);
        Drawn.TablesShouldBe(
            "scaling.md",
            new Dictionary<string, string>
            {
                ["steps"] = tables.Steps,
                ["processors"] = tables.Processors,
                ["costs"] = tables.Costs,
                ["set-ups"] = tables.Settings,
            }
        );
    }

    [Test]
    public void Every_set_up_was_measured_and_lost_no_vote()
    {
        Report.Steps.Select(step => step.Setting).Distinct().ShouldBe(LoadSetting.All);
        Report.Steps.Sum(step => step.Lost).ShouldBe(0);
        Report.Seconds.Select(second => second.Setting).Distinct().ShouldBe(LoadSetting.All);
    }

    [Test]
    public void Numbers_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var report = Report;
        report.WriteTo(folder.Path);
        var read = LoadReport.In(folder.Path);
        read.Steps.ShouldBe(report.Steps);
        read.Seconds.ShouldBe(report.Seconds);
    }

    [Test]
    public void A_run_takes_the_place_of_an_earlier_one_of_the_same_set_up()
    {
        var (setting, kept) = (LoadSetting.All[1], Report.Steps.Count(step => step.Setting != LoadSetting.All[1]));
        var one = Report.Steps.First(step => step.Setting == setting);
        var joined = Report.With(setting, new LoadReport([one], []));
        joined.Steps.Count.ShouldBe(kept + 1);
        joined.Steps[^1].ShouldBe(one);
        joined.Seconds.ShouldNotContain(second => second.Setting == setting);
    }

    [TestCase(0.5, 20)]
    [TestCase(0.95, 30)]
    public void Within_a_time_a_share_of_the_votes_is_answered(double share, double expected) =>
        TimedVote
            .Within(new[] { 30, 10, 20 }.Select(wait => new TimedVote(default!, TimeSpan.FromMilliseconds(wait))), share)
            .ShouldBe(expected);
}
