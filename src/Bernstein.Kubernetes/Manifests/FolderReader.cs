namespace Bernstein.Kubernetes.Manifests;

/// <summary>
/// Reads the manifests of a folder. Never throws for what it finds there, and never reads without bound: what can't be read, and what
/// is no manifest, becomes a <see cref="Remark"/>.
/// </summary>
internal static partial class FolderReader
{
    // With these, and what YamlReader reads of one file at most, the judge needs less than 256 MB.
    private const int MostBytesInAll = 12 << 20;
    private const long MostValuesInAll = 400_000;
    private const int MostFiles = 1_000;

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders, or one file.</summary>
    /// <param name="path">The folder or the file.</param>
    /// <param name="manifests">The files at its top of which every document is meant to be an object.</param>
    /// <exception cref="IOException">There is neither, or it is a file of another kind.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    internal static ManifestFolder Read(string path, IReadOnlyCollection<string> manifests) =>
        path.Length == 0 ? throw new DirectoryNotFoundException("a folder without a name was asked for (\"\"): name one, such as .")
        : Directory.Exists(path) ? ReadFolder(path, manifests)
        : File.Exists(path) ? ReadFile(path, manifests)
        : throw new DirectoryNotFoundException($"there is no folder {path}, and no file");

    private static ManifestFolder ReadFile(string path, IReadOnlyCollection<string> manifests)
    {
        var file = new FileInfo(path);
        // What has no name of a file, such as the pipe that a shell makes of <(helm template …), is taken for what it holds.
        if (file.Extension.Length > 0 && !IsRead(file))
        {
            var archive = Archive().IsMatch(file.Name) ? ": unpack it first" : "";
            throw new IOException($"{path} is no .yaml, .yml or .json file{archive}");
        }

        return new ManifestFolder(path, [FileReader.Read(file, file.Name, manifests.Contains(file.Name))]) { IsFolder = false };
    }

    private static ManifestFolder ReadFolder(string path, IReadOnlyCollection<string> manifests)
    {
        var top = new DirectoryInfo(path);
        var entries = Entries(top) ?? throw new UnauthorizedAccessException($"the folder {path} can't be read");
        var files = new List<ManifestFile>();
        var (bytes, values) = (0L, 0L);
        // What is asked for comes first, whatever lies beside it.
        var flat = entries.Where(entry => manifests.Contains(entry.Name)).ToArray();
        foreach (var (name, file, leftOut) in Find(top, flat, "", manifests).Concat(Find(top, [.. entries.Except(flat)], "", manifests)))
        {
            bytes += leftOut is null ? file!.Length : 0;
            if (files.Count == MostFiles || bytes > MostBytesInAll || values > MostValuesInAll)
            {
                files.Add(
                    ManifestFile.TooMuch(
                        name,
                        $"with all that follow: more than {MostFiles} files, {MostBytesInAll >> 20} MiB or {MostValuesInAll:N0} values"
                    )
                );
                break;
            }

            files.Add(leftOut ?? FileReader.Read(file!, name, manifests.Contains(name)));
            values += files[^1].Objects.Sum(found => found.Root.Size);
        }

        return new ManifestFolder(path, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
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

    // Links are followed to files within the folder only, and never to folders: a link can't lead out, nor round in a circle.
    private static IEnumerable<(string Path, FileInfo? File, ManifestFile? LeftOut)> Find(
        DirectoryInfo top,
        FileSystemInfo[] entries,
        string prefix,
        IReadOnlyCollection<string> manifests
    ) =>
        from entry in entries
        where !entry.Name.StartsWith('.') && entry.Name != "node_modules"
        from found in entry is DirectoryInfo folder
            ? FindBelow(top, folder, prefix + entry.Name, manifests)
            : FindOne(top, (FileInfo)entry, prefix + entry.Name, manifests)
        select found;

    private static IEnumerable<(string Path, FileInfo? File, ManifestFile? LeftOut)> FindBelow(
        DirectoryInfo top,
        DirectoryInfo folder,
        string path,
        IReadOnlyCollection<string> manifests
    ) =>
        folder.LinkTarget is not null ? [(path, null, ManifestFile.LeftOut(path, "a link to a folder", isFault: false))]
        : Entries(folder) is { } inner ? Find(top, inner, path + "/", manifests)
        : [(path, null, ManifestFile.LeftOut(path, "a folder that can't be read"))];

    private static IEnumerable<(string Path, FileInfo? File, ManifestFile? LeftOut)> FindOne(
        DirectoryInfo top,
        FileInfo file,
        string path,
        IReadOnlyCollection<string> manifests
    ) =>
        IsRead(file) ? [(path, file, WhyNot(file, top, path))]
        : MeantName(file.Name, manifests) is { } meant
            ? [(path, null, ManifestFile.LeftOut(path, $"its name does not end with .yaml (was {meant} meant?)", isFault: false))]
        : [];

    private static bool IsRead(FileSystemInfo file) => file.Extension.ToLowerInvariant() is ".yaml" or ".yml" or ".json";

    // A name that an editor, Windows or a saved page added to or took from: poll.service.yaml.txt, poll.service.yaml~, poll.service.
    private static string? MeantName(string name, IReadOnlyCollection<string> manifests) =>
        NameWithin().Match(name) is { Success: true } within
            ? within.Value
            : new[] { $"{name}.yaml", Path.ChangeExtension(name, ".yaml") }.FirstOrDefault(manifests.Contains);

    private static ManifestFile? WhyNot(FileInfo file, DirectoryInfo top, string path)
    {
        if (file.LinkTarget is null)
        {
            return FileReader.WhyNot(file, path);
        }

        if (Target(file) is not { Exists: true } target)
        {
            return ManifestFile.LeftOut(path, "a link that leads to no file");
        }

        var inside = Path.TrimEndingDirectorySeparator(top.FullName) + Path.DirectorySeparatorChar;
        return target.FullName.StartsWith(inside, StringComparison.Ordinal)
            ? FileReader.WhyNot(target, path)
            : ManifestFile.LeftOut(path, "a link out of the folder");
    }

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

    [GeneratedRegex(@"\.(zip|tar|tgz|gz|xz|7z|rar)$", RegexOptions.IgnoreCase)]
    private static partial Regex Archive();

    [GeneratedRegex(@"^.+\.ya?ml", RegexOptions.IgnoreCase)]
    private static partial Regex NameWithin();
}
