using Bernstein.Chart.Tests.Documents;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>
/// What every fault cost, in every run: a row of each stays in artifacts/faults.csv until somebody removes that file, and artifacts/faults.md
/// has the least and the most of all. What docs/faults.csv has of it is in the tables of the documents.
/// </summary>
internal sealed class FaultReport
{
    private static readonly IReadOnlyList<(string Heading, Func<FaultRow, double?> Value)> Columns =
    [
        ("votes", row => row.Votes),
        ("lost", row => row.Lost),
        ("of these, an earlier vote counts", row => row.Overtaken),
        ("not accepted", row => row.NotAccepted),
        ("no vote accepted for, s", row => row.WithoutAcceptance),
        ("page not opened", row => row.NotOpened),
        ("400", row => row.BadRequests),
        ("no fresh count for, s", row => row.WithoutCount),
        ("no vote counted for, s", row => row.WithoutCounting),
        ("after the new one was ready, s", row => row.SinceReady),
    ];

    private static string Artifacts => Project.In("artifacts");

    /// <summary>The table for people.</summary>
    internal static string TableOfAllRuns => Project.In("artifacts", "faults.md");

    private readonly List<FaultRow> _ofThisRun = [];

    /// <summary>Adds a row, at once: a run that is broken off has reported what it saw.</summary>
    internal void Add(FaultRow row)
    {
        _ofThisRun.Add(row);
        IReadOnlyList<FaultRow> all = [.. In(Artifacts), row];
        Write(Artifacts, all);
        File.WriteAllText(TableOfAllRuns, Markdown(all));
    }

    /// <summary>What this run saw; empty where it tried no fault.</summary>
    public override string ToString() => Markdown(_ofThisRun);

    /// <summary>The rows of the file in a folder.</summary>
    internal static IReadOnlyList<FaultRow> In(string folder) => CsvFile.Read<FaultRow>(FileIn(folder));

    /// <summary>Writes rows into a folder, in the place of those that are there.</summary>
    internal static void Write(string folder, IReadOnlyList<FaultRow> rows) => CsvFile.Write(FileIn(folder), rows);

    /// <summary>A table for every kind of run.</summary>
    internal static string Markdown(IEnumerable<FaultRow> rows) =>
        string.Concat(
            rows.GroupBy(row => (row.IsBusy, row.Values, row.Kubernetes))
                .OrderBy(group => group.Key)
                .Select(group =>
                    $"{(group.Key.IsBusy ? "With the processors busy" : "On a quiet machine")}{(group.Key.Values.Length > 0 ? $", with {group.Key.Values}" : "")}, on {group.Key.Kubernetes}:\n\n{Table(group)}\n"
                )
        );

    /// <summary>A row for each fault, with the least and the most that it cost.</summary>
    internal static string Table(IEnumerable<FaultRow> rows) =>
        MarkdownTable.Of(
            rows.GroupBy(row => row.Fault),
            [("what happens", fault => fault.Key), ("runs", fault => fault.Count()), .. Columns.Select(Cell)]
        );

    /// <summary>The same with the columns that a reader looks for first.</summary>
    internal static string Short(IEnumerable<FaultRow> rows) =>
        MarkdownTable.Of(
            rows.GroupBy(row => row.Fault),
            [
                ("what happens", fault => fault.Key),
                .. Columns
                    .Where(column => column.Heading is "lost" or "not accepted" or "no vote accepted for, s" or "no fresh count for, s")
                    .Select(Cell),
            ]
        );

    private static (string Heading, Func<IGrouping<string, FaultRow>, object?> Value) Cell(
        (string Heading, Func<FaultRow, double?> Value) column
    ) => (column.Heading, fault => Span([.. fault.Select(column.Value).OfType<double>()]));

    private static string? Span(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var (least, most) = (Shown(values.Min()), Shown(values.Max()));
        return least == most ? least : $"{least}–{most}";
    }

    // Tenths: nothing was measured more exactly.
    private static string Shown(double value) => MarkdownTable.Shown(Math.Round(value, 1));

    private static string FileIn(string folder) => Path.Combine(folder, "faults.csv");
}
