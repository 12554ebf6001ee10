namespace Bernstein;

/// <summary>Cases that are data: a file with sentences, and below each of them a row or a list of rows.</summary>
internal static class WrittenCases
{
    /// <summary>The rows of a file below tests, each with its sentence. What asserts nothing is refused: no row, and a key that nobody reads.</summary>
    internal static IEnumerable<(string Told, Node Row)> In(string path, params string[] known) =>
        from file in new[] { CaseFile.Read(Project.In("tests", path)) }
        from told in file.Entries.DefaultIfEmpty(new("", file))
        from row in told.Value.Items.DefaultIfEmpty(told.Value).Index()
        let unknown = string.Join(' ', row.Item.Entries.Select(entry => entry.Key).Except(known))
        select unknown.Length == 0 && row.Item.Entries.Count > 0
            ? (told.Value is Sequence ? $"{told.Key} {row.Index + 1}" : told.Key, row.Item)
            : throw new FormatException($"{row.Item.Location}: «{told.Key}» has no row, or a key that there is not: {unknown}");
}
