namespace Bernstein.Kubernetes.Rules;

/// <summary>What labels must look like: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/.</summary>
internal static class LabelRules
{
    /// <summary>Keys and values of the labels under a key: ValidateLabels of apimachinery.</summary>
    internal static Rule Valid(string field) =>
        holder =>
            [
                .. holder[field]
                    .Entries.Where(label => label.Value.Text is { } text && !Patterns.LabelValue.IsMatch(text))
                    .Select(label =>
                        label.Value.Refused(
                            $"the label {label.Key} of {holder} is \"{label.Value.Text}\"; asked for are letters, digits, -, _ and ., at most 63",
                            () => Mended(label.Key, label.Value)
                        )
                    ),
                .. holder[field]
                    .Entries.Where(label => !Patterns.LabelKey.IsMatch(label.Key))
                    .Select(label =>
                        label.Value.Refused(
                            $"{holder} has the label key \"{label.Key}\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most"
                        )
                    ),
            ];

    // A label that selects keeps its place; another one that no label can hold, such as a rule for a router, is none.
    private static Mend? Mended(string key, Node value) =>
        !value.Root.At("spec.selector.matchLabels")[key].IsSet && !value.Root.At("spec.selector")[key].IsSet
            ? Mend.Of($"Remove the label {key}.", Edit.Remove(value))
        : ApiRules.Valid(Patterns.LabelValue, value.Text!) is { } valid
            ? Mend.Of($"Write {key}: {valid}", Edit.Set(value, "", YamlWriter.Text(valid)))
        : null;
}
