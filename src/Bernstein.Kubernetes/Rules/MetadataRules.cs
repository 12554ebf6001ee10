namespace Bernstein.Kubernetes.Rules;

/// <summary>
/// What the API server demands of names, labels (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/) and owners:
/// ValidateObjectMeta of Kubernetes.
/// </summary>
internal static class MetadataRules
{
    /// <summary>What the name of an object must look like: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/.</summary>
    internal static IEnumerable<Finding> Name(Node root)
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
                () => Mend.Of("Give it a name.", Edit.Set(root, "metadata.name", UsualName(root.Location)))
            );
    }

    /// <summary>The name that something in a file usually has: the begin of the file's, which is the component's in a flat file.</summary>
    internal static string UsualName(Location location) => location.File.Split('/')[^1].Split('.')[0].ToLowerInvariant();

    /// <summary>Keys and values of the labels under a key: ValidateLabels of apimachinery.</summary>
    internal static Rule Labels(string field) =>
        holder =>
            [
                .. from label in holder[field].Entries
                where label.Value.Text is { } text && !ApiRules.Pattern("LabelValue").IsMatch(text)
                select label.Value.Refused(
                    $"the label {label.Key} of {holder} is \"{label.Value.Text}\"; asked for are letters, digits, -, _ and ., at most 63",
                    () => Mended(label.Key, label.Value)
                ),
                .. from label in holder[field].Entries
                where !ApiRules.Pattern("LabelKey").IsMatch(label.Key)
                select label.Value.Refused(
                    $"{holder} has the label key \"{label.Key}\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most"
                ),
            ];

    internal static IEnumerable<Finding> OneController(Node metadata)
    {
        var controllers = metadata["ownerReferences"].Items.Where(owner => owner["controller"].Boolean == true).ToArray();
        return from second in controllers.Skip(1).Take(1)
            select second.Refused($"{metadata} has {controllers.Length} owners that are controllers; asked for is one");
    }

    // A label that selects keeps its place; another one that no label can hold, such as a rule for a router, is none.
    private static Mend? Mended(string key, Node value) =>
        !value.Root.At("spec.selector.matchLabels")[key].IsSet && !value.Root.At("spec.selector")[key].IsSet
            ? Mend.Of($"Remove the label {key}.", Edit.Remove(value))
        : ApiRules.Valid(ApiRules.Pattern("LabelValue"), value.Text!) is { } valid
            ? Mend.Of($"Write {key}: {valid}", Edit.Set(value, "", YamlWriter.Text(valid)))
        : null;

    private static Mend Valid(Node root, string text) =>
        ApiRules.Valid(ApiRules.NameOf(root["kind"].Text ?? "").Pattern, text) is { } valid
            ? Mend.Of($"Write name: {valid}", Edit.Set(root, "metadata.name", YamlWriter.Text(valid)))
            : Mend.Of("Give it another name.", Edit.Set(root, "metadata.name", UsualName(root.Location)));
}
