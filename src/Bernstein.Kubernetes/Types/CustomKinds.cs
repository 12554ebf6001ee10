namespace Bernstein.Kubernetes.Types;

/// <summary>The kinds that a folder brings with it: those of its CustomResourceDefinitions.</summary>
public static class CustomKinds
{
    private const string Group = "apiextensions.k8s.io";
    private const string Kind = "CustomResourceDefinition";

    /// <summary>API version and kind of each: <c>traefik.io/v1alpha1 IngressRoute</c>.</summary>
    /// <param name="objects">Every object of the folder.</param>
    public static IReadOnlySet<string> Of(IEnumerable<KubernetesObject> objects) =>
        objects
            .Where(found => found.Group == Group && found.Kind == Kind)
            .Select(definition => definition.Root["spec"])
            // apiextensions.k8s.io/v1beta1 may name a single version.
            .SelectMany(spec =>
                spec["versions"]
                    .Items.Select(version => version["name"].Text)
                    .Append(spec["version"].Text)
                    .Select(version => $"{spec["group"].Text}/{version} {spec.At("names.kind").Text}")
            )
            .ToHashSet();
}
