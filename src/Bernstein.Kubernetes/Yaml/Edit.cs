namespace Bernstein.Kubernetes.Yaml;

/// <summary>One change of one file, as data: the least text that is written or taken out.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="File">The file's path below the folder that is judged.</param>
/// <param name="Line">The line on which the object begins that is changed; 0 for the file as a whole.</param>
/// <param name="Path">
/// Where in the object, as in <see cref="Node.At"/>, with <c>["…"]</c> around a key that holds a dot, and <c>[+]</c> for a new item of a list.
/// </param>
/// <param name="Value">The YAML that is written, the new key or the new file name; empty for what is taken out.</param>
public sealed record Edit(EditKind Kind, string File, int Line, string Path, string Value)
{
    /// <summary>Writes a value at a path of an object.</summary>
    public static Edit Set(Node root, string path, string value) => Of(EditKind.Set, root, path, value);

    /// <summary>Gives the key at the end of a path another name.</summary>
    public static Edit Rename(Node root, string path, string key) => Of(EditKind.Rename, root, path, key);

    /// <summary>Takes out what stands at a path; with an empty one, the whole object.</summary>
    public static Edit Remove(Node root, string path) => Of(EditKind.Remove, root, path, "");

    /// <summary>Takes out the earlier entries of the key at the end of a path.</summary>
    public static Edit RemoveEarlier(Node root, string path) => Of(EditKind.RemoveEarlier, root, path, "");

    /// <summary>Adds a document to a file.</summary>
    public static Edit Add(string file, string text) => new(EditKind.Add, file, 0, "", text);

    /// <summary>Gives a file another name.</summary>
    public static Edit Move(string file, string name) => new(EditKind.Move, file, 0, "", name);

    /// <summary>A path and a key below it.</summary>
    public static string Below(string path, string key) =>
        key.AsSpan().ContainsAny(".[]\"") || key.Length == 0 ? $"{path}[\"{key}\"]"
        : path.Length == 0 ? key
        : $"{path}.{key}";

    private static Edit Of(EditKind kind, Node root, string path, string value) =>
        new(kind, root.Location.File, root.Location.Line, path, value);
}
