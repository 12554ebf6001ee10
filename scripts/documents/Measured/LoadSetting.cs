namespace Bernstein.Documents.Measured;

/// <summary>How a release is set up for a load run.</summary>
/// <param name="PollInstances">How many instances of poll.</param>
/// <param name="Workers">How many workers.</param>
/// <param name="HasLedger">Whether redis writes each vote to the disk first, and what a worker took and did not write is handed in again.</param>
public sealed record LoadSetting(int PollInstances, int Workers, bool HasLedger)
{
    /// <summary>That of the chart.</summary>
    internal static LoadSetting Default { get; } = new(2, 1, false);

    /// <summary>Those that are measured. The first is that of the chart.</summary>
    internal static IReadOnlyList<LoadSetting> All { get; } = [Default, new(4, 1, false), new(2, 2, false), new(2, 1, true)];

    /// <summary>It, as values of the chart. More instances than nodes may share a node.</summary>
    internal string Values =>
        string.Join(
            '\n',
            $"poll: {{replicas: {PollInstances}, spread: {{rule: {(PollInstances > 2 ? "preferred" : "required")}}}}}",
            $"worker: {{replicas: {Workers}}}",
            HasLedger ? "redis: {volume: {enabled: true}, ledger: {enabled: true}}" : ""
        );

    /// <summary>It in a few words.</summary>
    public override string ToString() =>
        $"{PollInstances} poll, {Workers} {(Workers == 1 ? "worker" : "workers")}{(HasLedger ? ", ledger" : "")}";
}
