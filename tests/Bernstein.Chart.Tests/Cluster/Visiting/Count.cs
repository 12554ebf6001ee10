namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>A count that reached a reader.</summary>
/// <param name="At">When, from the beginning of the visit.</param>
/// <param name="Votes">How many votes it is of.</param>
internal readonly record struct Count(TimeSpan At, int Votes);
