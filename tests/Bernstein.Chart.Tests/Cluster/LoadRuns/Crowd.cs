namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>Voters who each keep a connection, and vote again as soon as they are answered.</summary>
internal static class Crowd
{
    // After so many votes a voter changes his mind: one vote more, by the same id and for something else.
    private const int BetweenChanges = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Lets them vote for a time, and returns every vote once the last is answered.</summary>
    internal static async Task<IReadOnlyList<TimedVote>> Vote(IReadOnlyList<string> addresses, int voters, TimeSpan time, Stopwatch clock)
    {
        var end = clock.Elapsed + time;
        var all = await Task.WhenAll(
            Enumerable.Range(0, voters).Select(number => Task.Run(() => VoteUntil(end, addresses[number % addresses.Count], clock)))
        );
        return [.. all.SelectMany(votes => votes)];
    }

    private static async Task<IReadOnlyList<TimedVote>> VoteUntil(TimeSpan end, string address, Stopwatch clock)
    {
        using var browser = NodePort.Browser(address, keepsCookies: false);
        browser.Timeout = Patience;
        var cast = new List<TimedVote>();
        while (clock.Elapsed < end)
        {
            var voter = Guid.NewGuid().ToString("N");
            await Cast(voter, "a");
            if (cast.Count % (BetweenChanges + 1) == BetweenChanges)
            {
                await Cast(voter, "b");
            }
        }

        return cast;

        async Task Cast(string voter, string value)
        {
            var began = clock.Elapsed;
            var failure = await Visitors.Failure(() => NodePort.Vote(browser, voter, value));
            var answered = clock.Elapsed;
            cast.Add(new TimedVote(new Vote(voter, value, answered, failure), answered - began));
            if (failure is not null)
            {
                await Task.Delay(PauseAfterFailure);
            }
        }
    }
}
