namespace Bernstein.Documents.Measured;

/// <summary>What so many voters met with, and what they cost. Processors are how many were busy with it on average; null where nobody counted.</summary>
/// <param name="PollInstances">How many instances of poll there were.</param>
/// <param name="Workers">How many workers.</param>
/// <param name="HasLedger">Whether redis had a ledger.</param>
/// <param name="Voters">How many voted at once; 0 where the votes were put into redis all at once, to see what the workers bear.</param>
/// <param name="Seconds">For how long they voted, or until the last of those votes was counted.</param>
/// <param name="Accepted">How many votes were accepted.</param>
/// <param name="NotAccepted">How many were answered with an error, or not at all.</param>
/// <param name="HalfWithin">Within how many milliseconds half of them were answered.</param>
/// <param name="MostWithin">Within how many 95 of 100 were.</param>
/// <param name="LongestQueue">The most that waited in redis.</param>
/// <param name="SecondsBehind">How long after the last vote the queue was empty.</param>
/// <param name="Changed">How many voted twice in a row.</param>
/// <param name="Overtaken">Of how many of these the earlier vote counts in the end.</param>
/// <param name="Lost">How many accepted votes are not in the table, these aside.</param>
/// <param name="VotersProcessors">The voters themselves.</param>
/// <param name="TraefikProcessors">Traefik.</param>
/// <param name="PollProcessors">poll.</param>
/// <param name="RedisProcessors">redis, its ledger too.</param>
/// <param name="WorkerProcessors">The workers, and what watches them.</param>
/// <param name="PostgresProcessors">postgres.</param>
public sealed record LoadStep(
    int PollInstances,
    int Workers,
    bool HasLedger,
    int Voters,
    double Seconds,
    int Accepted,
    int NotAccepted,
    double? HalfWithin,
    double? MostWithin,
    int LongestQueue,
    double SecondsBehind,
    int Changed,
    int Overtaken,
    int Lost,
    double? VotersProcessors,
    double? TraefikProcessors,
    double? PollProcessors,
    double? RedisProcessors,
    double? WorkerProcessors,
    double? PostgresProcessors
)
{
    /// <summary>How the release was set up.</summary>
    internal LoadSetting Setting => new(PollInstances, Workers, HasLedger);

    /// <summary>How many votes were accepted in a second.</summary>
    internal double VotesASecond => Accepted / Seconds;
}
