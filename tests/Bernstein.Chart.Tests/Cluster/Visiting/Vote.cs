namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>A vote that was cast, and what became of it.</summary>
/// <param name="Voter">The voter's id.</param>
/// <param name="Value">What the vote is for.</param>
/// <param name="Answered">When the answer came, from the beginning of the visit.</param>
/// <param name="Failure">Why it was not accepted; null where it was. One that was not may have been counted all the same.</param>
internal sealed record Vote(string Voter, string Value, TimeSpan Answered, string? Failure);
