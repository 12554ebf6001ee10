namespace Bernstein.Kubernetes.Rules;

/// <summary>What the names of objects must look like: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/.</summary>
internal static class ObjectNames
{
    internal static IEnumerable<Finding> Findings(Node root)
    {
        var (kind, name) = (root["kind"].Text ?? "", root.At("metadata.name"));
        var asked = ApiRules.NameOf(kind);
        return name.IsSet
            ? name.RefusedIf(
                name.Text is { } text && !asked.Pattern.IsMatch(text),
                () => $"metadata.name is {name.Text}; asked for is {asked.Words}",
                () => Valid(root, name.Text!)
            )
            : root.RefusedIf(
                !root.At("metadata.generateName").IsSet,
                () => $"{kind} has no metadata.name",
                () => Mend.Of("Give it a name.", Edit.Set(root, "metadata.name", Usual(root.Location)))
            );
    }

    /// <summary>The name that something in a file usually has: the begin of the file's, which is the component's in a flat file.</summary>
    internal static string Usual(Location location) => location.File.Split('/')[^1].Split('.')[0].ToLowerInvariant();

    private static Mend Valid(Node root, string text) =>
        ApiRules.Valid(ApiRules.NameOf(root["kind"].Text ?? "").Pattern, text) is { } valid
            ? Mend.Of($"Write name: {valid}", Edit.Set(root, "metadata.name", YamlWriter.Text(valid)))
            : Mend.Of("Give it another name.", Edit.Set(root, "metadata.name", Usual(root.Location)));
}
