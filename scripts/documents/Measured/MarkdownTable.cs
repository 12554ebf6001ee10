namespace Bernstein.Documents.Measured;

/// <summary>Records as a table in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>A row for each record, a column for each value that is asked of it.</summary>
    internal static string Of<T>(IEnumerable<T> records, IReadOnlyList<(string Heading, Func<T, object?> Value)> columns) =>
        string.Concat(
            records
                .Select(record => Row(columns.Select(column => Shown(column.Value(record)))))
                .Prepend($"|{string.Concat(columns.Select(_ => "---|"))}\n")
                .Prepend(Row(columns.Select(column => column.Heading)))
        );

    /// <summary>A value as a cell: numbers with the digits that say something, a dash for nothing.</summary>
    internal static string Shown(object? value) =>
        value switch
        {
            null => "–",
            double number => number.ToString(number < 10 ? "0.##" : "#,0", CultureInfo.InvariantCulture),
            int number => number.ToString("#,0", CultureInfo.InvariantCulture),
            _ => $"{value}",
        };

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
