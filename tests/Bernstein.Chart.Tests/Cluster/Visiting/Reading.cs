namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>What somebody saw who kept the page of the result open.</summary>
/// <param name="Counts">Every count, in the order in which they came.</param>
/// <param name="Failures">Why sessions ended: a status, or the words of an error.</param>
internal sealed record Reading(IReadOnlyList<Count> Counts, IReadOnlyList<string> Failures)
{
    /// <summary>How often an instance was asked that did not know the session.</summary>
    internal int BadRequests => Failures.Count(failure => failure == "400");

    /// <summary>The longest time in a span without a fresh count.</summary>
    internal TimeSpan LongestGap(TimeSpan from, TimeSpan to) => Longest(Counts, from, to);

    /// <summary>The longest time in a span in which the number of votes stood still, or nobody could see that it did not.</summary>
    internal TimeSpan LongestStandstill(TimeSpan from, TimeSpan to) =>
        Longest([.. Counts.Where((count, turn) => turn == 0 || count.Votes != Counts[turn - 1].Votes)], from, to);

    private static TimeSpan Longest(IReadOnlyList<Count> counts, TimeSpan from, TimeSpan to)
    {
        var within = counts.Select(count => count.At).Where(at => at > from && at < to).Append(to).ToArray();
        var before = counts.Select(count => count.At).Where(at => at <= from).DefaultIfEmpty(from).Max();
        return within.Prepend(before).Zip(within, (one, next) => next - one).Max();
    }
}
