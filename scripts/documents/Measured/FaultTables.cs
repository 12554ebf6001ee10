namespace Bernstein.Documents.Measured;

/// <summary>The tables of what each fault costs.</summary>
/// <param name="Rows">What was measured.</param>
internal sealed record FaultTables(IReadOnlyList<FaultRow> Rows)
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

    /// <summary>The defaults on a machine that did nothing else.</summary>
    internal string Quiet => Short(Rows.Where(row => row is { IsBusy: false, Values: "", IsOfOldKubernetes: false }));

    /// <summary>The profile production.</summary>
    internal string Production => Short(Rows.Where(row => row is { IsBusy: false, Values: "production.yaml" }));

    /// <summary>The rows of the file in a folder; no file is no rows.</summary>
    internal static IReadOnlyList<FaultRow> Read(string folder) => CsvFile.Read<FaultRow>(FileIn(folder));

    /// <summary>Writes rows into a folder, in the place of those that are there.</summary>
    internal static void Write(string folder, IReadOnlyList<FaultRow> rows) => CsvFile.Write(FileIn(folder), rows);

    /// <summary>A row for each fault, with the least and the most that it cost.</summary>
    internal static string Of(IEnumerable<FaultRow> rows) =>
        MarkdownTable.Of(
            rows.GroupBy(row => row.Fault),
            [("what happens", fault => fault.Key), ("runs", fault => fault.Count()), .. Columns.Select(Cell)]
        );

    // The columns that a reader looks for first.
    private static string Short(IEnumerable<FaultRow> rows) =>
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
