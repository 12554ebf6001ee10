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

    /// <summary>What a reader looks for first, on a machine that does nothing else: with the defaults, and with production.</summary>
    internal string Short =>
        MarkdownTable.Of(
            Rows.Where(row => IsOfDefaults(row) || IsOfProduction(row)).GroupBy(row => row.Fault),
            [
                ("what happens", fault => fault.Key),
                .. First.Select(heading => Cell(heading, heading, IsOfDefaults)),
                .. First.Select(heading => Cell($"production: {heading}", heading, IsOfProduction)),
            ]
        );

    private static readonly string[] First = ["lost", "not accepted", "no fresh count for, s"];

    /// <summary>Whether a row is of the defaults, on a quiet machine of today.</summary>
    internal static bool IsOfDefaults(FaultRow row) => row is { IsBusy: false, Values: "", IsOfOldKubernetes: false };

    /// <summary>Whether a row is of the profile production.</summary>
    internal static bool IsOfProduction(FaultRow row) => row is { IsBusy: false, Values: "production.yaml" };

    /// <summary>The rows of the file in a folder; no file is no rows.</summary>
    internal static IReadOnlyList<FaultRow> Read(string folder) => CsvFile.Read<FaultRow>(FileIn(folder));

    /// <summary>Writes rows into a folder, in the place of those that are there.</summary>
    internal static void Write(string folder, IReadOnlyList<FaultRow> rows) => CsvFile.Write(FileIn(folder), rows);

    /// <summary>A row for each fault, with the least and the most that it cost.</summary>
    internal static string Of(IEnumerable<FaultRow> rows) =>
        MarkdownTable.Of(
            rows.GroupBy(row => row.Fault),
            [
                ("what happens", fault => fault.Key),
                ("runs", fault => fault.Count()),
                .. Columns.Select(column => Cell(column.Heading, column.Heading, _ => true)),
            ]
        );

    private static (string Heading, Func<IGrouping<string, FaultRow>, object?> Value) Cell(
        string heading,
        string column,
        Func<FaultRow, bool> isMeant
    )
    {
        var value = Columns.Single(found => found.Heading == column).Value;
        return (heading, fault => Span([.. fault.Where(isMeant).Select(value).OfType<double>()]));
    }

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
