namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>A vote, and how long its voter waited for the answer.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Wait">How long.</param>
internal readonly record struct TimedVote(Vote Vote, TimeSpan Wait)
{
    /// <summary>Whether it was accepted.</summary>
    internal bool IsAccepted => Vote.Failure is null;

    /// <summary>Within how many milliseconds a share of votes was answered; null for no votes.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="share">The share: 0.5 for half of them.</param>
    internal static double? Within(IEnumerable<TimedVote> votes, double share)
    {
        var waits = votes.Select(vote => vote.Wait.TotalMilliseconds).Order().ToArray();
        return waits.Length == 0 ? null : waits[(int)Math.Ceiling(share * waits.Length) - 1];
    }
}
