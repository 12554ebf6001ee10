namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>One second of a load run.</summary>
/// <param name="PollInstances">How many instances of poll there were.</param>
/// <param name="Workers">How many workers.</param>
/// <param name="HasLedger">Whether redis had a ledger.</param>
/// <param name="Second">Which, from the beginning.</param>
/// <param name="Voters">How many voted at once.</param>
/// <param name="Accepted">How many votes were accepted in it.</param>
/// <param name="HalfWithin">Within how many milliseconds half of these were answered; null for no votes.</param>
/// <param name="MostWithin">Within how many 95 of 100 were.</param>
/// <param name="Waiting">How many votes waited in redis at its end; null before anybody asked.</param>
/// <param name="Counted">How many voters were counted then.</param>
public sealed record LoadSecond(
    int PollInstances,
    int Workers,
    bool HasLedger,
    int Second,
    int Voters,
    int Accepted,
    double? HalfWithin,
    double? MostWithin,
    int? Waiting,
    int? Counted
)
{
    /// <summary>How the release was set up.</summary>
    internal LoadSetting Setting => new(PollInstances, Workers, HasLedger);
}
