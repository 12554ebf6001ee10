using Bernstein.Chart.Tests.Cluster.LoadRuns;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>The numbers that the tables of docs/scaling.md are made from.</summary>
public sealed class LoadReportTests
{
    private static LoadReport Report => LoadReport.In(Project.In("docs"));

    [Test]
    public void Every_set_up_was_measured_and_lost_no_vote()
    {
        Report.Steps.Select(step => step.Setting).Distinct().ShouldBe(LoadSetting.All);
        Report.Steps.Sum(step => step.Lost).ShouldBe(0);
    }

    [Test]
    public void A_run_takes_the_place_of_an_earlier_one_of_the_same_set_up()
    {
        var (setting, kept) = (LoadSetting.All[1], Report.Steps.Count(step => step.Setting != LoadSetting.All[1]));
        var one = Report.Steps.First(step => step.Setting == setting);
        var joined = Report.With(setting, new LoadReport([one]));
        joined.Steps.Count.ShouldBe(kept + 1);
        joined.Steps[^1].ShouldBe(one);
    }

    [TestCase(0.5, 20)]
    [TestCase(0.95, 30)]
    public void Within_a_time_a_share_of_the_votes_is_answered(double share, double expected) =>
        TimedVote
            .Within(new[] { 30, 10, 20 }.Select(wait => new TimedVote(default!, TimeSpan.FromMilliseconds(wait))), share)
            .ShouldBe(expected);
}
