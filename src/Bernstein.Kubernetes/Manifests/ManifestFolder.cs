namespace Bernstein.Kubernetes.Manifests;

/// <summary>Every manifest of a folder: what the requirements are judged on. Immutable; an edit makes another.</summary>
/// <param name="Path">The folder, as it was named.</param>
/// <param name="Files">Its files, in the order of their paths.</param>
public sealed record ManifestFolder(string Path, IReadOnlyList<ManifestFile> Files)
{
    /// <summary>Whether it is a folder; otherwise one file was named, or standard input, and no requirement asks for the names of others.</summary>
    public bool IsFolder { get; init; } = true;

    /// <summary>Every Kubernetes object of every file.</summary>
    public IReadOnlyList<KubernetesObject> Objects { get; } = [.. Files.SelectMany(file => file.Objects)];

    /// <summary>What could not be judged.</summary>
    public IEnumerable<Remark> Remarks => Files.SelectMany(file => file.Remarks);

    /// <summary>
    /// Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders; or one file. What is no Kubernetes object
    /// is left out with a remark.
    /// </summary>
    /// <param name="path">The folder or the file.</param>
    /// <param name="manifests">The names of files at its top of which every document is meant to be an object.</param>
    /// <exception cref="IOException">There is neither, or it is a file of another kind.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static ManifestFolder Read(string path, params IReadOnlyCollection<string> manifests) => FolderReader.Read(path, manifests);

    /// <summary>The archives in a folder, which may hold what it lacks, in a sentence; null where there are none.</summary>
    public static string? ArchivesIn(string path) => FolderReader.Archives(path);

    /// <summary>Reads what a stream holds, such as standard input.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">The path that locations name.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    public static ManifestFolder Read(Stream stream, string name) =>
        new(name, [FileReader.Read(stream, name, isManifest: false)]) { IsFolder = false };

    /// <summary>The path of a file of it as seen from where the folder was named, with <c>/</c> between its parts.</summary>
    public string PathOf(string file) => IsFolder ? $"{Path.TrimEnd('/', '\\')}/{file}".Replace('\\', '/') : Path;

    /// <summary>The file at the top of the folder with this name; null when there is none.</summary>
    public ManifestFile? File(string name) => Files.FirstOrDefault(file => file.Path == name);

    /// <summary>The objects in the file at the top of the folder with this name; none when there is no such file.</summary>
    public IReadOnlyList<KubernetesObject> In(string name) => File(name)?.Objects ?? [];

    /// <summary>The objects of a kind, of every file.</summary>
    public IEnumerable<KubernetesObject> OfKind(string kind) => Objects.Where(found => found.Kind == kind);
}
