using System.Text;

namespace Bernstein.Check.Manifests;

/// <summary>Reads the manifests of a folder. Never throws for what it finds there: what can't be read becomes a <see cref="Remark"/>.</summary>
public static class FolderReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ManifestFolder Read(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => System.IO.Path.GetExtension(path) is ".yaml" or ".yml" or ".json")
            .Select(path => System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        return new ManifestFolder(folder, [.. paths.Select(path => Parse(path, File.ReadAllText(System.IO.Path.Combine(folder, path), StrictUtf8)))]);
    }

    /// <summary>Reads the text of one manifest file.</summary>
    /// <param name="path">The path that locations name.</param>
    /// <param name="text">Its content.</param>
    public static ManifestFile Parse(string path, string text)
    {
        var (documents, remark) = YamlReader.Read(path, text);
        return new ManifestFile(path, [.. documents.Where(document => document.IsSet).SelectMany(Unwrap)], remark is null ? [] : [remark]);
    }

    private static IEnumerable<KubernetesObject> Unwrap(Node document)
    {
        var found = new KubernetesObject(document);
        return found.Kind.EndsWith("List", StringComparison.Ordinal) && document["items"] is Sequence items
            ? items.Items.SelectMany(Unwrap)
            : [found];
    }
}
