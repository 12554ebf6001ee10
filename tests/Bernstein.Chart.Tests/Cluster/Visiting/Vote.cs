namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>A vote that was cast, and what became of it.</summary>
internal sealed record Vote(string Voter, string Value, TimeSpan Answered, string? Failure);
