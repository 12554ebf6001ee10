using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of annotations, owners and finalizers: ValidateObjectMeta of Kubernetes.</summary>
internal static class MetadataRules
{
    private static readonly string[] StandardFinalizers = ["kubernetes", "orphan", "foregroundDeletion"];

    internal static IEnumerable<Finding> Findings(Node metadata, Place place)
    {
        // Their keys may have capital letters in the domain too, which those of labels may not.
        foreach (
            var (key, value) in metadata["annotations"].Entries.Where(entry => !ApiRules.LabelKey().IsMatch(entry.Key.ToLowerInvariant()))
        )
        {
            yield return new Finding(
                $"{place} has the annotation key \"{key}\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most",
                value.Location
            );
        }

        var controllers = metadata["ownerReferences"].Items.Where(owner => owner["controller"].Boolean == true).ToArray();
        if (controllers.Length > 1)
        {
            yield return new Finding(
                $"{place} has {controllers.Length} owners that are controllers; asked for is one",
                controllers[1].Location
            );
        }

        foreach (
            var finalizer in metadata["finalizers"]
                .Items.Where(name => name.Text is { } text && !text.Contains('/') && !StandardFinalizers.Contains(text))
        )
        {
            yield return new Finding(
                $"{place} has the finalizer {finalizer.Text}; asked for is a name with a domain before it such as example.com/{finalizer.Text}",
                finalizer.Location
            );
        }
    }
}
