namespace Bernstein.Check.Application;

/// <summary>The files that the deployment is delivered as, and how a folder is read for them.</summary>
public static class FlatFiles
{
    private static readonly Node Table = Resource.Root("flat-files.yaml");

    private static readonly Dictionary<string, string> WordsOfKinds = ByItem("kinds");

    /// <summary>The flat files in the order in which they are applied.</summary>
    public static IReadOnlyList<string> Names { get; } = Table["names"].Texts();

    /// <summary>By a word that is written for one of their names, that one.</summary>
    internal static IReadOnlyDictionary<string, string> Words { get; } = ByItem("words");

    /// <summary>
    /// Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders, whatever it finds there; or one file.
    /// </summary>
    /// <exception cref="IOException">There is neither, or it is a file of another kind.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static ManifestFolder Read(string path) => ManifestFolder.Read(path, Names);

    /// <summary>
    /// Reads the text of one file: every document of a flat file is meant to be an object, one of another file must look like one.
    /// </summary>
    /// <param name="path">The path that locations name.</param>
    /// <param name="text">Its content.</param>
    public static ManifestFile Parse(string path, string text) => ManifestReader.Read(path, text, Names.Contains(path));

    /// <summary>
    /// The flat file that an object belongs to, by its kind and the component that its name speaks of, else its labels; null for none.
    /// </summary>
    internal static string? Place(KubernetesObject found) => Place(found, found.Kind);

    /// <summary>The same of an object whose kind should be another one.</summary>
    internal static string? Place(KubernetesObject found, string meant)
    {
        var labels = found.Root.At("metadata.labels").Entries.Select(label => label.Value.Text ?? "");
        var places =
            from word in labels.Prepend(found.Name)
            from component in Component.All
            where word.Contains(component.Name, StringComparison.OrdinalIgnoreCase)
            select Named(component.Name, meant);
        return places.FirstOrDefault() is { } place && Names.Contains(place) ? place : null;
    }

    /// <summary>The name that a file of objects of a kind has.</summary>
    internal static string Named(string name, string kind) =>
        $"{name}.{WordsOfKinds.GetValueOrDefault(kind, kind.ToLowerInvariant())}.yaml";

    private static Dictionary<string, string> ByItem(string lists) =>
        (from list in Table[lists].Entries from item in list.Value.Texts() select (item, list.Key)).ToDictionary();
}
