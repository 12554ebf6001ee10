namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>What a crowd of visitors met with.</summary>
/// <param name="Votes">Every vote, those of one voter in the order in which they were cast.</param>
/// <param name="Opened">How often the page of the result opened for somebody new.</param>
/// <param name="Unopened">What those were told for whom it did not.</param>
/// <param name="Readings">What those saw who kept it open.</param>
/// <param name="End">When they left.</param>
internal sealed record Visits(
    IReadOnlyList<Vote> Votes,
    int Opened,
    IReadOnlyList<string> Unopened,
    IReadOnlyList<Reading> Readings,
    TimeSpan End
)
{
    /// <summary>Why votes were not accepted.</summary>
    internal IReadOnlyList<string> Refused => [.. Votes.Select(vote => vote.Failure).OfType<string>()];

    /// <summary>How often a reader came to an instance that did not know his session.</summary>
    internal int BadRequests => Readings.Sum(reading => reading.BadRequests);

    /// <summary>The voters whose last accepted vote is not in the table, where neither is one that was cast after it and not accepted.</summary>
    /// <param name="table">The votes by the ids of the voters.</param>
    internal IReadOnlyList<string> Lost(IReadOnlyDictionary<string, string> table) =>
        [
            .. Votes
                .GroupBy(vote => vote.Voter)
                .Where(votes => votes.Any(vote => vote.Failure is null) && !Possible(votes).Contains(table.GetValueOrDefault(votes.Key)))
                .Select(votes => votes.Key),
        ];

    /// <summary>Those of the lost votes in whose place an earlier one of the same voter is in the table: it was counted after its successor.</summary>
    /// <param name="table">The votes by the ids of the voters.</param>
    internal IReadOnlyList<string> Overtaken(IReadOnlyDictionary<string, string> table) =>
        [
            .. Lost(table)
                .Where(voter =>
                    Votes.Any(vote => vote.Voter == voter && vote.Failure is null && vote.Value == table.GetValueOrDefault(voter))
                ),
        ];

    /// <summary>The longest time, after a moment, in which no vote was accepted.</summary>
    internal TimeSpan LongestWithoutAcceptance(TimeSpan from)
    {
        var answered = Votes
            .Where(vote => vote.Failure is null && vote.Answered > from)
            .Select(vote => vote.Answered)
            .Order()
            .Append(End)
            .ToArray();
        return answered.Prepend(from).Zip(answered, (one, next) => next - one).Max();
    }

    /// <summary>The longest time, after a moment, in which a reader saw no fresh count.</summary>
    internal TimeSpan LongestWithoutCount(TimeSpan from) => Readings.Max(reading => reading.LongestGap(from, End));

    /// <summary>The longest time, after a moment, in which a reader saw no vote counted.</summary>
    internal TimeSpan LongestStandstill(TimeSpan from) => Readings.Max(reading => reading.LongestStandstill(from, End));

    // The last accepted vote, and those that were cast after it and may be counted or not.
    private static IEnumerable<string?> Possible(IEnumerable<Vote> votes)
    {
        var later = votes.Reverse().TakeWhile(vote => vote.Failure is not null).ToArray();
        return later.Append(votes.Reverse().Skip(later.Length).First()).Select(vote => vote.Value);
    }
}
