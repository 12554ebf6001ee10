namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>
/// What every fault cost, in every run: a row of each stays in artifacts/faults.csv until somebody removes that file, and artifacts/faults.md
/// has the least and the most of all. What docs/faults.csv has of it is in the tables of the documents.
/// </summary>
internal sealed class FaultReport
{
    private static string Artifacts => Project.In("artifacts");

    /// <summary>The table for people.</summary>
    internal static string TableOfAllRuns => Project.In("artifacts", "faults.md");

    private readonly List<FaultRow> _ofThisRun = [];

    /// <summary>Adds a row, at once: a run that is broken off has reported what it saw.</summary>
    internal void Add(FaultRow row)
    {
        _ofThisRun.Add(row);
        IReadOnlyList<FaultRow> all = [.. FaultTables.Read(Artifacts), row];
        FaultTables.Write(Artifacts, all);
        File.WriteAllText(TableOfAllRuns, Markdown(all));
    }

    /// <summary>What this run saw; empty where it tried no fault.</summary>
    public override string ToString() => Markdown(_ofThisRun);

    /// <summary>A table for every kind of run.</summary>
    internal static string Markdown(IEnumerable<FaultRow> rows) =>
        string.Concat(
            rows.GroupBy(row => (row.IsBusy, row.Values, row.Kubernetes))
                .OrderBy(group => group.Key)
                .Select(group =>
                    $"{(group.Key.IsBusy ? "With the processors busy" : "On a quiet machine")}{(group.Key.Values.Length > 0 ? $", with {group.Key.Values}" : "")}, on {group.Key.Kubernetes}:\n\n{FaultTables.Of(group)}\n"
                )
        );
}
