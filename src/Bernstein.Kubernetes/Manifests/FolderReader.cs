namespace Bernstein.Kubernetes.Manifests;

/// <summary>
/// Reads the manifests of a folder. Never throws for what it finds there, and never reads without bound: what can't be read, and what
/// is no manifest, becomes a <see cref="Remark"/>.
/// </summary>
/// <param name="top">The folder.</param>
/// <param name="manifests">The files at its top of which every document is meant to be an object.</param>
internal sealed partial class FolderReader(DirectoryInfo top, IReadOnlyCollection<string> manifests)
{
    // With these, and what YamlReader reads of one file at most, the judge needs less than 256 MB.
    private const int MostBytesInAll = 12 << 20;
    private const long MostValuesInAll = 400_000;
    private const int MostFiles = 1_000;

    private const string Packed = "an archive: unpack it first";

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };
    private static readonly EnumerationOptions Visible = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3 };

    // What is found at a path: a file, or why it is left out.
    private readonly record struct Found(string Path, FileInfo? File, ManifestFile? LeftOut);

    /// <summary>Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders, or one file.</summary>
    /// <exception cref="IOException">There is neither, or it is a file of another kind.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    internal static ManifestFolder Read(string path, IReadOnlyCollection<string> manifests) =>
        path.Length == 0 ? throw new DirectoryNotFoundException("a folder without a name was asked for (\"\"): name one, such as .")
        : Directory.Exists(path) ? new(path, new FolderReader(new DirectoryInfo(path), manifests).ReadFiles(path))
        : File.Exists(path) ? new(path, [ReadFile(path, manifests)]) { IsFolder = false }
        : throw new DirectoryNotFoundException($"there is no folder {path}, and no file");

    private static ManifestFile ReadFile(string path, IReadOnlyCollection<string> manifests)
    {
        var file = new FileInfo(path);
        // What has no name of a file, such as the pipe that a shell makes of <(helm template …), is taken for what it holds.
        return file.Extension.Length == 0 || IsRead(file)
            ? FileReader.Read(file, file.Name, manifests.Contains(file.Name))
            : throw new IOException($"{path} is {(Archive.IsMatch(path) ? Packed : "no .yaml, .yml or .json file")}");
    }

    /// <summary>Why a folder holds no manifest: the archives in it; null where there are none.</summary>
    internal static string? Archives(string folder) =>
        Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, "*", Visible).Where(path => Archive.IsMatch(path)).Order(StringComparer.Ordinal).ToArray()
            is [var first, ..] all
            ? $"{first} is {Packed}{(all.Length > 1 ? $" (and {all.Length - 1} more)" : "")}"
            : null;

    private IReadOnlyList<ManifestFile> ReadFiles(string path)
    {
        var entries = Entries(top) ?? throw new UnauthorizedAccessException($"the folder {path} can't be read");
        var files = new List<ManifestFile>();
        var (bytes, values) = (0L, 0L);
        // What is asked for comes first, whatever lies beside it.
        foreach (var (name, file, leftOut) in Find(entries.OrderByDescending(entry => manifests.Contains(entry.Name)), ""))
        {
            bytes += leftOut is null ? file!.Length : 0;
            if (files.Count == MostFiles || bytes > MostBytesInAll || values > MostValuesInAll)
            {
                var most = $"more than {MostFiles} files, {MostBytesInAll >> 20} MiB or {MostValuesInAll:N0} values";
                files.Add(ManifestFile.TooMuch(name, $"with all that follow: {most}"));
                break;
            }

            files.Add(leftOut ?? FileReader.Read(file!, name, manifests.Contains(name)));
            values += files[^1].Objects.Sum(found => found.Root.Size);
        }

        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    // Null where the folder can't be read.
    private static FileSystemInfo[]? Entries(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos("*", Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IEnumerable<Found> Find(IEnumerable<FileSystemInfo> entries, string prefix) =>
        from entry in entries
        where !entry.Name.StartsWith('.') && entry.Name != "node_modules"
        from found in entry is FileInfo file ? FindOne(file, prefix + entry.Name) : FindBelow((DirectoryInfo)entry, prefix + entry.Name)
        select found;

    // Links are followed to files within the folder only, and never to folders: a link can't lead out, nor round in a circle.
    private IEnumerable<Found> FindBelow(DirectoryInfo folder, string path) =>
        folder.LinkTarget is not null ? [new(path, null, ManifestFile.LeftOut(path, "a link to a folder", isFault: false))]
        : Entries(folder) is { } inner ? Find(inner, path + "/")
        : [new(path, null, ManifestFile.LeftOut(path, "a folder that can't be read"))];

    private IEnumerable<Found> FindOne(FileInfo file, string path) =>
        IsRead(file) ? [new(path, file, WhyNot(file, path))]
        : MeantName(file.Name) is { } meant
            ? [new(path, null, ManifestFile.LeftOut(path, $"its name does not end with .yaml (was {meant} meant?)", isFault: false))]
        : [];

    private static bool IsRead(FileInfo file) => file.Extension.ToLowerInvariant() is ".yaml" or ".yml" or ".json";

    // A name that an editor, Windows or a saved page added to or took from: poll.service.yaml.txt, poll.service.yaml~, poll.service.
    private string? MeantName(string name) =>
        NameWithin.Match(name) is { Success: true } within
            ? within.Value
            : new[] { $"{name}.yaml", Path.ChangeExtension(name, ".yaml") }.FirstOrDefault(manifests.Contains);

    private ManifestFile? WhyNot(FileInfo file, string path) =>
        file.LinkTarget is null ? FileReader.WhyNot(file, path)
        : Target(file) is not { Exists: true } target ? ManifestFile.LeftOut(path, "a link that leads to no file")
        : target.FullName.StartsWith(
            Path.TrimEndingDirectorySeparator(top.FullName) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        )
            ? FileReader.WhyNot(target, path)
        : ManifestFile.LeftOut(path, "a link out of the folder");

    private static FileInfo? Target(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\.(zip|tar|tgz|tbz2?|gz|xz|bz2|zst|7z|rar)$", RegexOptions.IgnoreCase)]
    private static partial Regex Archive { get; }

    [GeneratedRegex(@"^.+\.ya?ml", RegexOptions.IgnoreCase)]
    private static partial Regex NameWithin { get; }
}
