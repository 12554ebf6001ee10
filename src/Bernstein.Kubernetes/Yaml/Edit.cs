namespace Bernstein.Kubernetes.Yaml;

/// <summary>One change of one file, as data: the least text that is written or taken out.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="File">The file's path below the folder that is judged.</param>
/// <param name="Line">The line on which the object begins that is changed; 0 for the file as a whole.</param>
/// <param name="Path">
/// Where in the object, as in <see cref="Node.At"/>, with <c>["…"]</c> around a key that holds a dot, and <c>[+]</c> for a new item of a list.
/// </param>
/// <param name="Value">The YAML that is written, the new key or the new file name; empty for what is taken out.</param>
public sealed partial record Edit(EditKind Kind, string File, int Line, string Path, string Value)
{
    /// <summary>Writes a value below another one; with an empty path, in its place.</summary>
    public static Edit Set(Node node, string path, string value) => Of(EditKind.Set, node, path, value);

    /// <summary>Writes a text below a value, in quotes where it must be.</summary>
    public static Edit SetText(Node node, string path, string text) => Set(node, path, YamlWriter.Text(text));

    /// <summary>Gives the key at the end of a path below a value another name.</summary>
    public static Edit Rename(Node node, string path, string key) => Of(EditKind.Rename, node, path, key);

    /// <summary>Takes out what stands at a path below a value; with an empty one the value, or the whole object.</summary>
    public static Edit Remove(Node node, string path = "") => Of(EditKind.Remove, node, path, "");

    /// <summary>Takes out the earlier entries of the key at the end of a path below a value.</summary>
    public static Edit RemoveEarlier(Node node, string path) => Of(EditKind.RemoveEarlier, node, path, "");

    /// <summary>Writes the line <c>---</c> before a line.</summary>
    public static Edit Separate(Location second) => new(EditKind.Separate, second.File, second.Line, "", "");

    /// <summary>Adds a document to a file.</summary>
    public static Edit Add(string file, string text) => new(EditKind.Add, file, 0, "", text);

    /// <summary>Gives a file another name.</summary>
    public static Edit Move(string file, string name) => new(EditKind.Move, file, 0, "", name);

    /// <summary>A path and a key below it.</summary>
    public static string Below(string path, string key) =>
        key.AsSpan().ContainsAny(".[]\"") || key.Length == 0 ? $"{path}[\"{key}\"]"
        : path.Length == 0 ? key
        : $"{path}.{key}";

    /// <summary>The keys and the indexes, such as <c>[0]</c>, of a path.</summary>
    internal static string[] Steps(string path) => [.. Step.Matches(path).Select(match => match.Groups["key"].Value)];

    private static Edit Of(EditKind kind, Node node, string path, string value)
    {
        var (root, above) = (node.Root, node.Path);
        var whole = above.Length == 0 || path.Length == 0 || path[0] == '[' ? above + path : $"{above}.{path}";
        return new Edit(kind, root.Location.File, root.Location.Line, whole, value);
    }

    [GeneratedRegex(@"\[""(?<key>[^""]*)""\]|(?<key>\[(?:\d+|\+)\])|(?<key>[^.\[]+)")]
    private static partial Regex Step { get; }
}
