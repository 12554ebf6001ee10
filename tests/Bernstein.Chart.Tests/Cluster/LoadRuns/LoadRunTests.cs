namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>
/// A load that rises, against several set-ups of the chart. It takes a quarter of an hour and wants a machine that does nothing else, so it runs only where
/// $BERNSTEIN_VOTERS says how many vote at once.
/// </summary>
public sealed class LoadRunTests : ClusterTest
{
    private static string? Voters => Project.Variable("BERNSTEIN_VOTERS");

    private static TimeSpan Time =>
        TimeSpan.FromSeconds(double.Parse(Project.Variable("BERNSTEIN_SECONDS") ?? "30", CultureInfo.InvariantCulture));

    [OneTimeSetUp]
    public void Require()
    {
        if (Voters is null)
        {
            Assert.Ignore("nobody asked for a load run: say in $BERNSTEIN_VOTERS how many vote at once, as in 1,8,16,32,64,128");
        }
    }

    [OneTimeTearDown]
    public void Remove() => Cluster.Clear();

    public static IEnumerable<LoadSetting> Settings => LoadSetting.All;

    [TestCaseSource(nameof(Settings))]
    public async Task However_many_vote_no_accepted_vote_is_lost(LoadSetting setting)
    {
        // An empty table, and a queue that never was longer.
        Cluster.Clear();
        Cluster.Deploy(setting.Values);
        await AssertThatAVoteIsCounted();
        using var run = new LoadRun(Cluster, setting);
        foreach (var voters in Voters!.Split(',', StringSplitOptions.TrimEntries))
        {
            await run.Vote(int.Parse(voters, CultureInfo.InvariantCulture), Time);
        }

        run.FillTheQueue();
        var measured = run.End();
        LoadReport.In(Project.In("artifacts")).With(setting, measured).WriteTo(Project.In("artifacts"));
        measured.Steps.Sum(step => step.Lost).ShouldBe(0);
    }
}
