namespace Bernstein.Check;

/// <summary>
/// What a shell makes of a pattern: of <c>manifests/*.yaml</c> the name of every file, where the folder was meant; of <c>class/*</c> the
/// names of the folders and of the notes that lie next to them.
/// </summary>
internal static class ShellPattern
{
    /// <summary>
    /// Puts a folder in the place of its files, where every one of their ending is named and flat files are among them. Of one flat file that
    /// is named, or of several, each is judged alone; so are files of other names, such as one for each student.
    /// </summary>
    /// <param name="named">What was named.</param>
    /// <returns>What is judged, and a line for each folder that took the place of its files.</returns>
    internal static (string[] HandIns, IEnumerable<string> Told) Gather(IReadOnlyList<string> named)
    {
        var notes = named.Any(Directory.Exists) ? named.Where(path => File.Exists(path) && !IsManifest(path)).ToHashSet() : [];
        var (handIns, told) = GatherFiles([.. named.Where(path => !notes.Contains(path))]);
        return (handIns, told.Concat(notes.Select(path => $"{path} is left out: it is no folder and no manifest")));
    }

    private static bool IsManifest(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml" or ".json";

    private static (string[] HandIns, IEnumerable<string> Told) GatherFiles(string[] named)
    {
        var gathered = named
            .Where(File.Exists)
            .GroupBy(path => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".")
            .Where(group => IsWhole(group.Key, [.. group.Select(path => Path.GetFileName(path))]))
            .ToDictionary(group => group.Key, group => group.ToArray());
        var folders = gathered.SelectMany(group => group.Value.Select(path => (path, group.Key))).ToDictionary();
        var handIns = named
            .Where(path => !folders.TryGetValue(path, out var folder) || path == gathered[folder][0])
            .Select(path => folders.GetValueOrDefault(path, path));
        var told =
            from folder in gathered
            select $"the {folder.Value.Length} files of {folder.Key} are judged as one hand-in: name the folder, not its files";
        return ([.. handIns], told);
    }

    private static bool IsWhole(string folder, HashSet<string> names)
    {
        var endings = names.Select(Path.GetExtension).ToHashSet();
        return names.Count(FlatFiles.Names.Contains) >= 2
            && Directory
                .EnumerateFiles(folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => !name.StartsWith('.') && endings.Contains(Path.GetExtension(name)))
                .All(names.Contains);
    }
}
