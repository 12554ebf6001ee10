namespace Bernstein.Kubernetes.Rules;

/// <summary>
/// What the API server demands of labels (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/) and owners:
/// ValidateObjectMeta of Kubernetes.
/// </summary>
internal static class MetadataRules
{
    /// <summary>Keys and values of the labels under a key: ValidateLabels of apimachinery.</summary>
    internal static Rule Labels(string field) =>
        holder =>
            [
                .. holder[field]
                    .Entries.Where(label => label.Value.Text is { } text && !Patterns.Of("LabelValue").IsMatch(text))
                    .Select(label =>
                        label.Value.Refused(
                            $"the label {label.Key} of {holder} is \"{label.Value.Text}\"; asked for are letters, digits, -, _ and ., at most 63",
                            () => Mended(label.Key, label.Value)
                        )
                    ),
                .. holder[field]
                    .Entries.Where(label => !Patterns.Of("LabelKey").IsMatch(label.Key))
                    .Select(label =>
                        label.Value.Refused(
                            $"{holder} has the label key \"{label.Key}\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most"
                        )
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
        : ApiRules.Valid(Patterns.Of("LabelValue"), value.Text!) is { } valid
            ? Mend.Of($"Write {key}: {valid}", Edit.Set(value, "", YamlWriter.Text(valid)))
        : null;
}
