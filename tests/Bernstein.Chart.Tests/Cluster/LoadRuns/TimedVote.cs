namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>A vote, and how long its voter waited for the answer.</summary>
internal readonly record struct TimedVote(Vote Vote, TimeSpan Wait)
{
    /// <summary>Whether it was accepted.</summary>
    internal bool IsAccepted => Vote.Failure is null;

    /// <summary>Within how many milliseconds a share of votes was answered; null for no votes.</summary>
    internal static double? Within(IEnumerable<TimedVote> votes, double share)
    {
        var waits = votes.Select(vote => vote.Wait.TotalMilliseconds).Order().ToArray();
        return waits.Length == 0 ? null : waits[(int)Math.Ceiling(share * waits.Length) - 1];
    }
}
