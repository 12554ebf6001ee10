namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>The pages as a person sees them, in Chromium.</summary>
[Needs("chromium")]
public sealed class BrowserTests : ReleaseTest
{
    private const string Result = "http://result.dop.io:30021/";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(3);

    [Test]
    public async Task Through_the_port_of_each_node_the_result_shows_a_fresh_count_at_least_every_three_seconds_for_a_minute()
    {
        using var visitors = new Visitors(Cluster.Addresses);
        KubernetesCluster.Until(() => visitors.Shown.All(shown => shown > 0), "votes are counted");
        foreach (var seen in await Task.WhenAll(Cluster.Addresses.Select(Watch)))
        {
            seen.Failures.ShouldBeEmpty();
            seen.Standstill.ShouldBeLessThan(Bound);
        }

        var visits = await visitors.Leave();
        visits.BadRequests.ShouldBe(0);
        TestContext.Out.WriteLine(
            $"readers beside it: {visits.LongestWithoutCount(TimeSpan.Zero).TotalSeconds:0.0} s without a fresh count at most"
        );
    }

    [Test]
    public async Task A_vote_that_is_cast_in_the_poll_shows_in_the_result_within_three_seconds()
    {
        await AssertThatAVoteIsCounted();
        foreach (var address in Cluster.Addresses)
        {
            await using var result = await BrowserWindow.Open(address, Result);
            await using var poll = await BrowserWindow.Open(address, "http://poll.dop.io:30021/");
            await AwaitTheFirstCount(result);
            var before = await result.Page.InnerTextAsync("body");
            await poll.Page.ClickAsync("button[name=vote]");
            var watch = Stopwatch.StartNew();
            await result.Page.WaitForFunctionAsync("before => document.body.innerText !== before", before);
            watch.Elapsed.ShouldBeLessThan(Bound);
            TestContext.Out.WriteLine($"{address}: the vote shows after {watch.Elapsed.TotalSeconds:0.0} s");
            result.Failures.Concat(poll.Failures).ShouldBeEmpty();
        }
    }

    private static async Task<(IReadOnlyCollection<string> Failures, TimeSpan Standstill)> Watch(string address)
    {
        await using var window = await BrowserWindow.Open(address, Result);
        await AwaitTheFirstCount(window);
        var standstill = await window.LongestStandstill(TimeSpan.FromMinutes(1));
        TestContext.Out.WriteLine($"{address}: {standstill.TotalSeconds:0.0} s without a fresh count at most");
        return (window.Failures, standstill);
    }

    // The first answers of a session have none yet.
    private static async Task AwaitTheFirstCount(BrowserWindow window)
    {
        for (var answer = 0; answer < 3; answer++)
        {
            await window.Page.WaitForResponseAsync(response => response.Url.Contains("sid=", StringComparison.Ordinal));
        }
    }
}
