namespace Bernstein.Chart.Tests.Cluster;

/// <summary>What a crowd of visitors met with.</summary>
/// <param name="Accepted">The ids of the voters whose vote was accepted.</param>
/// <param name="Refused">What the others were told.</param>
/// <param name="Read">How often the result was read.</param>
/// <param name="Unread">What those were told who could not read it.</param>
internal sealed record Visits(IReadOnlyList<string> Accepted, IReadOnlyList<string> Refused, int Read, IReadOnlyList<string> Unread)
{
    /// <summary>The votes that were accepted and are not in the table.</summary>
    internal IReadOnlyList<string> Lost(IReadOnlySet<string> stored) => [.. Accepted.Where(voter => !stored.Contains(voter))];
}
