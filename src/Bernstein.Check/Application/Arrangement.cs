namespace Bernstein.Check.Application;

/// <summary>
/// A folder taken for what it was meant to be: a file with nearly the name of a flat file, or in a sub-folder, is judged as that flat file,
/// and a folder without any is judged by its documents. That the files have other names is a fault of its own, told once.
/// </summary>
/// <param name="Manifests">The objects by the file in which they are judged.</param>
public sealed record Arrangement(ManifestFolder Manifests)
{
    private IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>By the name of a flat file that is not there, the path of the file that is judged as it.</summary>
    public IReadOnlyDictionary<string, string> Meant { get; private init; } = new Dictionary<string, string>();

    /// <summary>Whether each object is judged in the flat file that it belongs to, in whatever file it stands.</summary>
    public bool IsGathered { get; private init; }

    /// <summary>What to change, a line each: which folder to judge, which names, or what is there twice.</summary>
    public IReadOnlyList<string> Hints => [.. Told, .. Twice()];

    /// <summary>Takes a folder for what it was meant to be.</summary>
    internal static Arrangement Of(ManifestFolder folder)
    {
        // Of one file that was named, Submission.Of says what it is.
        if (!folder.IsFolder)
        {
            return new(folder);
        }

        var missing = FlatFiles.Names.Where(name => folder.File(name) is null).ToArray();
        var others = folder
            .Files.Where(file => !FlatFiles.Names.Contains(file.Path) && (file.Objects.Count > 0 || file.Unread is not null))
            .ToArray();
        var meant = new Dictionary<string, string>();
        foreach (var name in missing)
        {
            var left = others.Where(file => !meant.ContainsValue(file.Path)).ToArray();
            if ((Same(left, name) ?? Near(left, name, missing)) is { } file)
            {
                meant.Add(name, file.Path);
            }
        }

        return meant.Count > 0 ? new(Renamed(folder, meant)) { Meant = meant, Told = [.. Names(folder.Path, meant)] }
            : missing.Length < FlatFiles.Names.Count || others.Length == 0 ? new(folder)
            : Gathered(
                folder,
                $"{(others is [var only] ? $"everything is in {only.Path}" : "no file has the name of a flat file")}: each document is judged in the flat file that it belongs to, as with --spread"
            );
    }

    /// <summary>The same objects, each in the flat file that it belongs to by its kind and its name.</summary>
    internal static Arrangement Gathered(ManifestFolder folder, params string[] hints)
    {
        var files = folder
            .Objects.GroupBy(found => FlatFiles.Place(found) ?? found.File)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ManifestFile(group.Key, [.. group], []));
        return new(new ManifestFolder(folder.Path, [.. files]) { IsFolder = folder.IsFolder }) { IsGathered = true, Told = hints };
    }

    private static ManifestFolder Renamed(ManifestFolder folder, Dictionary<string, string> meant)
    {
        var names = meant.ToDictionary(pair => pair.Value, pair => pair.Key);
        var files = folder.Files.Select(file => file with { Path = names.GetValueOrDefault(file.Path, file.Path) });
        return folder with { Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)] };
    }

    private static ManifestFile? Same(IEnumerable<ManifestFile> files, string name) =>
        files
            .Where(file => Words(file.Path) == Words(name) || Words(file.Path, steps: 2) == Words(name))
            .MinBy(file => file.Path.Count(letter => letter == '/'));

    private static ManifestFile? Near(IEnumerable<ManifestFile> files, string name, string[] missing) =>
        files.FirstOrDefault(file =>
            Spelling.Nearest(Path.GetFileName(file.Path), missing) == name && file.Objects.Any(found => FlatFiles.Place(found) == name)
        );

    // The words of the last steps of a path, however they are joined: in a folder for each component, poll/deployment.yaml is
    // poll.deployment.yaml.
    private static string Words(string path, int steps = 1) =>
        string.Join(
            '.',
            string.Join('.', path.ToLowerInvariant().Split('/').TakeLast(steps))
                .Split(['.', '-', '_', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => FlatFiles.Words.GetValueOrDefault(word, word))
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Names(string folder, Dictionary<string, string> meant)
    {
        var inside = meant
            .Where(pair => pair.Value.EndsWith("/" + pair.Key, StringComparison.Ordinal))
            .GroupBy(pair => pair.Value[..^(pair.Key.Length + 1)])
            .Where(group => group.Count() > 1)
            .ToArray();
        return
        [
            .. from deep in inside
            let path = Path.Join(folder, deep.Key).Replace('\\', '/')
            select $"{deep.Count()} of the flat files are in {deep.Key}/: judge that folder ({path}), or move them to the top; they are judged as if they were there",
            .. from file in meant.Except(inside.SelectMany(deep => deep))
            let isDeep = file.Value.EndsWith("/" + file.Key, StringComparison.Ordinal)
            select $"{file.Value} is judged as {file.Key}: {(isDeep ? "move it to the top" : "give it that name")}",
        ];
    }

    private IEnumerable<string> Twice() =>
        from same in Manifests
            .Objects.Where(found => found.Name.Length > 0)
            .GroupBy(found => (found.Kind, found.Group, found.Name, KnownKinds.IsClusterWide(found.Kind) ? "" : found.Namespace))
        where same.Count() > 1
        let files = same.Select(found => found.File).Distinct().Order(StringComparer.Ordinal)
        select $"{same.First()} is there twice, in {string.Join(" and in ", files)}: keep one; kubectl uses the last that it reads";
}
