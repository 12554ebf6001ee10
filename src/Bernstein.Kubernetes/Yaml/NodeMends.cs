namespace Bernstein.Kubernetes.Yaml;

/// <summary>What is found at a value, and the mends that change one field below it.</summary>
public static class NodeMends
{
    /// <summary>A finding at this value.</summary>
    public static Finding Refused(this Node node, string message, Func<Mend?>? mend = null) =>
        new(message, node.Location) { Path = node.Path, MendBy = mend };

    /// <summary>The same where the value is refused; no finding where it is not.</summary>
    public static IEnumerable<Finding> RefusedIf(this Node node, bool isRefused, Func<string> message, Func<Mend?>? mend = null) =>
        isRefused ? [node.Refused(message(), mend)] : [];

    /// <summary>Writes a value below this one; with an empty path, in its place.</summary>
    public static Mend ToWrite(this Node node, string below, string value) =>
        Mend.Of($"Write {Name(node, below)}: {value}", Edit.Set(node, below, value));

    /// <summary>Takes out what stands below this value; with an empty path, the value.</summary>
    public static Mend ToRemove(this Node node, string below = "") => Mend.Of($"Remove {Name(node, below)}.", Edit.Remove(node, below));

    /// <summary>Gives a key below this value another name.</summary>
    public static Mend ToRename(this Node node, string below, string key) =>
        Mend.Of($"Write {key} for {below}.", Edit.Rename(node, below, key));

    private static string Name(Node node, string below) =>
        below.Length > 0 ? below
        : node.IsItem || node.Path.Length == 0 ? $"{node}"
        : node.Key;
}
