namespace Bernstein;

/// <summary>Cases of a test that are data: a file of YAML with a sentence for each table, and below it one case or several.</summary>
internal static class CaseFile
{
    /// <summary>The cases of every file of a folder below tests, each named by its file, its sentence and its number.</summary>
    internal static IEnumerable<TestCaseData> In(params string[] folder) =>
        from path in Directory.EnumerateFiles(Project.In(["tests", .. folder]), "*.yaml").Order(StringComparer.Ordinal)
        from told in Read(path).Entries
        from one in told.Value.Items.Index()
        let number = told.Value.Items.Count > 1 ? $" {one.Index + 1}" : ""
        select new TestCaseData(one.Item).SetArgDisplayNames($"{Path.GetFileNameWithoutExtension(path)}: {told.Key}{number}");

    internal static Node Read(string path) =>
        YamlReader.Read(path, File.ReadAllText(path)) switch
        {
            (var documents, null) => documents.Single(),
            (_, { } remark) => throw new FormatException($"{remark.Location}: {remark.Message}"),
        };

    /// <summary>The texts of a list, or the one that stands in its place.</summary>
    internal static IReadOnlyList<string> Texts(this Node node) =>
        node.Text is { } text ? [text] : [.. node.Items.Select(item => item.Text!)];
}
