namespace Bernstein.Check;

/// <summary>A folder that holds the hand-ins of a class, each in a sub-folder, and was named in the place of them.</summary>
internal static class ClassFolder
{
    /// <summary>How many flat files a sub-folder holds at least that is a hand-in: a component has three at most.</summary>
    private const int FewestFiles = 6;

    /// <summary>Why a folder is not judged as one hand-in; null where it is one.</summary>
    /// <param name="folder">What was read: every file of the folder and its sub-folders.</param>
    internal static string? WhyNot(ManifestFolder folder)
    {
        var places = folder
            .Files.Where(file => file.Objects.Count > 0)
            .ToLookup(file => Path.GetDirectoryName(file.Path)!.Replace('\\', '/'), file => file.Objects.Select(FlatFiles.Place));
        var handIns = places
            .Where(parent => parent.SelectMany(names => names).Distinct().Count() >= FewestFiles)
            .Select(parent => parent.Key)
            .ToArray();
        return handIns.Length < 2 || places.Contains("")
            ? null
            : $"{folder.Path} holds {handIns.Length} hand-ins, such as {handIns[0]} and {handIns[1]}: name each folder, as in scripts/check {folder.Path.TrimEnd('/', '\\')}/{Shared(handIns)}*/";
    }

    // What all the paths begin with, as whole names: "" or "2026/".
    private static string Shared(string[] paths)
    {
        var names = paths.Select(path => path.Split('/')).ToArray();
        var shared = names[0].TakeWhile((name, at) => names.All(parts => at < parts.Length && parts[at] == name));
        return string.Concat(shared.Select(name => name + "/"));
    }
}
