using System.Globalization;
using System.Text.Json;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>
/// What every fault cost, in every run: a row of each stays in artifacts/faults.jsonl until somebody removes that file, and artifacts/faults.md
/// has the least and the most of all.
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

    private static string Rows => Project.In("artifacts", "faults.jsonl");

    /// <summary>The table for people.</summary>
    internal static string Table => Project.In("artifacts", "faults.md");

    private readonly List<FaultRow> _ofThisRun = [];

    /// <summary>Adds a row, at once: a run that is broken off has reported what it saw.</summary>
    internal void Add(FaultRow row)
    {
        _ofThisRun.Add(row);
        Directory.CreateDirectory(Path.GetDirectoryName(Rows)!);
        File.AppendAllText(Rows, JsonSerializer.Serialize(row) + '\n');
        File.WriteAllText(Table, Markdown([.. File.ReadLines(Rows).Select(line => JsonSerializer.Deserialize<FaultRow>(line)!)]));
    }

    /// <summary>What this run saw; empty where it tried no fault.</summary>
    public override string ToString() => _ofThisRun.Count == 0 ? "" : Markdown(_ofThisRun);

    /// <summary>A row for each fault, with the least and the most that it cost.</summary>
    internal static string Markdown(IReadOnlyCollection<FaultRow> rows) =>
        string.Concat(
            rows.GroupBy(row => (IsBusy: row.Load > 0, row.Values))
                .OrderBy(group => group.Key)
                .Select(group =>
                    $"""
                        {(group.Key.IsBusy ? "With the processors busy" : "On a quiet machine")}{(group.Key.Values is { } values ? $", with {values}" : "")}, on {string.Join(
                            " and ",
                            group.Select(row => row.Kubernetes).Distinct().Order()
                        )}:

                        | what happens | runs | {string.Join(" | ", Columns.Select(column => column.Heading))} |
                        |---|{string.Concat(Columns.Prepend(default).Select(_ => "---|"))}
                        {string.Join('\n', group.GroupBy(row => row.Fault).Select(Row))}


                        """
                )
        );

    private static string Row(IGrouping<string, FaultRow> fault) =>
        $"| {fault.Key} | {fault.Count()} | {string.Join(" | ", Columns.Select(column => Span([.. fault.Select(column.Value).OfType<double>()])))} |";

    private static string Span(IReadOnlyCollection<double> values) =>
        values.Count == 0 ? "–"
        : Shown(values.Min()) == Shown(values.Max()) ? Shown(values.Min())
        : $"{Shown(values.Min())} to {Shown(values.Max())}";

    private static string Shown(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
