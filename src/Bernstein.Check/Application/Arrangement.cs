namespace Bernstein.Check.Application;

/// <summary>
/// A folder taken for what it was meant to be: a file with nearly the name of a flat file, or in a sub-folder, is judged as that flat file,
/// and a folder without any is judged by its documents. That the files have other names is a fault of its own, told once.
/// </summary>
/// <param name="Manifests">The objects by the file in which they are judged.</param>
/// <param name="Meant">By the name of a flat file that is not there, the path of the file that is judged as it.</param>
/// <param name="Hints">What to change, a line each: which folder to judge, or which names.</param>
public sealed record Arrangement(ManifestFolder Manifests, IReadOnlyDictionary<string, string> Meant, IReadOnlyList<string> Hints)
{
    /// <summary>What to change, a line each.</summary>
    public IReadOnlyList<string> Hints { get; } = [.. Hints, .. Twice(Manifests)];

    /// <summary>Whether each object is judged in the flat file that it belongs to, in whatever file it stands.</summary>
    public bool IsGathered { get; init; }

    private static readonly Dictionary<string, string> Words = new()
    {
        ["yml"] = "yaml",
        ["deploy"] = "deployment",
        ["deployments"] = "deployment",
        ["svc"] = "service",
        ["services"] = "service",
        ["ing"] = "ingress",
        ["cm"] = "configmap",
        ["config"] = "configmap",
        ["secrets"] = "secret",
        ["ds"] = "daemonset",
        ["pv"] = "volume",
        ["pvc"] = "volume",
        ["volumes"] = "volume",
        ["role"] = "rbac",
    };

    /// <summary>Takes a folder for what it was meant to be.</summary>
    internal static Arrangement Of(ManifestFolder folder)
    {
        // Of one file that was named, Submission.Of says what it is.
        if (!folder.IsFolder)
        {
            return new Arrangement(folder, new Dictionary<string, string>(), []);
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

        return meant.Count == 0 && missing.Length == FlatFiles.Names.Count && others.Length > 0
            ? Gathered(folder, others)
            : new Arrangement(Renamed(folder, meant), meant, [.. Told(folder.Path, meant)]);
    }

    private static Arrangement Gathered(ManifestFolder folder, ManifestFile[] files)
    {
        var where = files.Length == 1 ? $"everything is in {files[0].Path}" : "no file has the name of a flat file";
        return new Arrangement(
            FlatFiles.Gather(folder),
            new Dictionary<string, string>(),
            [$"{where}: each document is judged in the flat file that it belongs to, as with --spread"]
        )
        {
            IsGathered = true,
        };
    }

    private static ManifestFolder Renamed(ManifestFolder folder, Dictionary<string, string> meant)
    {
        var names = meant.ToDictionary(pair => pair.Value, pair => pair.Key);
        return meant.Count == 0
            ? folder
            : folder with
            {
                Files =
                [
                    .. folder
                        .Files.Select(file => names.TryGetValue(file.Path, out var name) ? file with { Path = name } : file)
                        .OrderBy(file => file.Path, StringComparer.Ordinal),
                ],
            };
    }

    // The same words, however they are joined.
    private static ManifestFile? Same(IEnumerable<ManifestFile> files, string name) =>
        files
            .Where(file => Usual(Base(file.Path)) == Usual(name) || Usual(WithFolder(file.Path)) == Usual(name))
            .OrderBy(file => file.Path.Count(letter => letter == '/'))
            .FirstOrDefault();

    private static ManifestFile? Near(IEnumerable<ManifestFile> files, string name, string[] missing) =>
        files.FirstOrDefault(file =>
            Spelling.Nearest(Base(file.Path), missing) == name && file.Objects.Any(found => FlatFiles.Place(found) == name)
        );

    private static IEnumerable<string> Told(string folder, Dictionary<string, string> meant)
    {
        var inside = meant
            .Where(pair => pair.Value.EndsWith("/" + pair.Key, StringComparison.Ordinal))
            .GroupBy(pair => pair.Value[..^(pair.Key.Length + 1)])
            .Where(group => group.Count() > 1)
            .ToArray();
        foreach (var group in inside)
        {
            yield return $"{group.Count()} of the flat files are in {group.Key}/: judge that folder ({Path.Join(folder, group.Key).Replace('\\', '/')}), or move them to the top; they are judged as if they were there";
        }

        foreach (var (name, path) in meant.Except(inside.SelectMany(group => group)))
        {
            yield return $"{path} is judged as {name}: {(path.EndsWith("/" + name, StringComparison.Ordinal) ? "move it to the top" : "give it that name")}";
        }
    }

    private static IEnumerable<string> Twice(ManifestFolder manifests) =>
        from same in manifests
            .Objects.Where(found => found.Name.Length > 0)
            .GroupBy(found => (found.Kind, found.Group, found.Name, KnownKinds.IsClusterWide(found.Kind) ? "" : found.Namespace))
        where same.Count() > 1
        let files = same.Select(found => found.File).Distinct().Order(StringComparer.Ordinal).ToArray()
        select $"{same.First()} is there twice, in {string.Join(" and in ", files)}: keep one; kubectl uses the last that it reads";

    private static string Base(string path) => path[(path.LastIndexOf('/') + 1)..];

    // In a folder for each component, poll/deployment.yaml is poll.deployment.yaml.
    private static string WithFolder(string path) => string.Join('.', path.Split('/').TakeLast(2));

    private static string Usual(string path) =>
        string.Join(
            '.',
            path.ToLowerInvariant()
                .Split(['.', '-', '_', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Words.GetValueOrDefault(word, word))
                .Order(StringComparer.Ordinal)
        );
}
