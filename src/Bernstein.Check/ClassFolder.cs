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
        var parents = folder
            .Files.Where(file => file.Objects.Count > 0)
            .GroupBy(file => Path.GetDirectoryName(file.Path)!.Replace('\\', '/'), file => file.Objects)
            .Select(group => (Path: group.Key, Places: group.SelectMany(objects => objects).Select(FlatFiles.Place).Distinct().Count()))
            .ToArray();
        var handIns = parents.Where(parent => parent.Places >= FewestFiles).Select(parent => parent.Path).ToArray();
        if (handIns.Length < 2 || parents.Any(parent => parent.Path.Length == 0))
        {
            return null;
        }

        var pattern = $"{folder.Path.TrimEnd('/', '\\')}/{Shared(handIns)}*/";
        return $"{folder.Path} holds {handIns.Length} hand-ins, such as {handIns[0]} and {handIns[1]}: name each folder, as in scripts/check {pattern}";
    }

    // What all the paths begin with, as whole names: "" or "2026/".
    private static string Shared(string[] paths)
    {
        var names = paths.Select(path => path.Split('/')).ToArray();
        var count = Enumerable
            .Range(0, names.Min(parts => parts.Length))
            .TakeWhile(at => names.All(parts => parts[at] == names[0][at]))
            .Count();
        return string.Concat(names[0].Take(count).Select(name => name + "/"));
    }
}
