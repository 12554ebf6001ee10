namespace Bernstein.Documents.Measured;

/// <summary>The tables of docs/scaling.md.</summary>
/// <param name="Report">What was measured.</param>
internal sealed record ScalingTables(LoadReport Report)
{
    // With so many voters the set-ups are compared.
    private const int Voters = 64;

    private IReadOnlyList<LoadStep> Default { get; } = [.. Report.Steps.Where(step => step.Setting == LoadSetting.Default)];

    /// <summary>What more and more voters meet with.</summary>
    internal string Steps =>
        MarkdownTable.Of<LoadStep>(
            Default.Where(step => step.Voters > 0),
            [
                ("vote at once", step => step.Voters),
                ("votes a second", step => step.VotesASecond),
                ("half answered within, ms", step => step.HalfWithin),
                ("95 of 100 within, ms", step => step.MostWithin),
                ("not accepted", step => step.NotAccepted),
                ("longest queue", step => step.LongestQueue),
                ("empty after, s", step => step.SecondsBehind),
            ]
        );

    /// <summary>What set-ups bear.</summary>
    internal string Settings =>
        MarkdownTable.Of<LoadStep>(
            Report.Steps.Where(step => step.Voters == Voters),
            [
                ("set-up", step => step.Setting),
                ("votes a second", step => step.VotesASecond),
                ("half answered within, ms", step => step.HalfWithin),
                ("95 of 100 within, ms", step => step.MostWithin),
                ("longest queue", step => step.LongestQueue),
                ("written a second from a full queue", step => Full(step.Setting)?.VotesASecond),
                ("voted twice in a row", step => Of(step.Setting).Sum(found => found.Changed)),
                ("the earlier vote counts", step => Of(step.Setting).Sum(found => found.Overtaken)),
                ("lost", step => Of(step.Setting).Sum(found => found.Lost)),
            ]
        );

    /// <summary>How long a processor works for one vote.</summary>
    internal string Costs =>
        MarkdownTable.Of<LoadStep>(
            Default.Where(step => step.Voters is 0 or Voters),
            [
                ("ms of a processor for one vote", step => step.Voters > 0 ? $"{Voters} vote at once" : "a full queue"),
                ("traefik", step => Cost(step, step.TraefikProcessors)),
                ("poll", step => Cost(step, step.PollProcessors)),
                ("redis", step => Cost(step, step.RedisProcessors)),
                ("worker", step => Cost(step, step.WorkerProcessors)),
                ("postgres", step => Cost(step, step.PostgresProcessors)),
            ]
        );

    private IEnumerable<LoadStep> Of(LoadSetting setting) => Report.Steps.Where(step => step.Setting == setting);

    private LoadStep? Full(LoadSetting setting) => Of(setting).FirstOrDefault(step => step.Voters == 0);

    private static double? Cost(LoadStep step, double? processors) => 1000 * processors / step.VotesASecond;
}
