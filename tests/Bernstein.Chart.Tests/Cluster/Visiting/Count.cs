namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>A number of votes that somebody was told.</summary>
/// <param name="At">When, from the beginning.</param>
/// <param name="Votes">How many.</param>
internal readonly record struct Count(TimeSpan At, int Votes);
