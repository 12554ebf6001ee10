namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of annotations, owners and finalizers: ValidateObjectMeta of Kubernetes.</summary>
internal static class MetadataRules
{
    private static readonly string[] StandardFinalizers = ["kubernetes", "orphan", "foregroundDeletion"];

    internal static Rule[] All { get; } = [AnnotationKeys, OneController, FinalizersHaveDomains];

    // Their keys may have capital letters in the domain too, which those of labels may not.
    private static IEnumerable<Finding> AnnotationKeys(Node metadata) =>
        from entry in metadata["annotations"].Entries
        where !Patterns.LabelKey.IsMatch(entry.Key.ToLowerInvariant())
        select entry.Value.Refused(
            $"{metadata} has the annotation key \"{entry.Key}\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most"
        );

    private static IEnumerable<Finding> OneController(Node metadata)
    {
        var controllers = metadata["ownerReferences"].Items.Where(owner => owner["controller"].Boolean == true).ToArray();
        return from second in controllers.Skip(1).Take(1)
            select second.Refused($"{metadata} has {controllers.Length} owners that are controllers; asked for is one");
    }

    private static IEnumerable<Finding> FinalizersHaveDomains(Node metadata) =>
        from finalizer in metadata["finalizers"].Items
        where finalizer.Text is { } text && !text.Contains('/') && !StandardFinalizers.Contains(text)
        select finalizer.Refused(
            $"{metadata} has the finalizer {finalizer.Text}; asked for is a name with a domain before it such as example.com/{finalizer.Text}"
        );
}
