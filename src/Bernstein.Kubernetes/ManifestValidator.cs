namespace Bernstein.Kubernetes;

/// <summary>
/// Says what a Kubernetes API server refuses in manifests: what can't be read, what the schema of an API version does not know, what the
/// API's own validation refuses, and what a version of Kubernetes does not serve.
/// </summary>
public static class ManifestValidator
{
    /// <summary>The oldest version of Kubernetes whose types are known.</summary>
    public static Version Oldest => ApiTypes.All[^1].Version;

    /// <summary>The newest version of Kubernetes whose types are known.</summary>
    public static Version Newest => ApiTypes.All[0].Version;

    /// <summary>Everything that is refused in the manifests of a folder: first what is in its objects, then what can't be read.</summary>
    /// <param name="folder">The manifests, from <see cref="ManifestFolder.Read(string, IReadOnlyCollection{string})"/>.</param>
    /// <param name="kubernetes">
    /// The version of the cluster, such as 1.29; null where it is not known: an object is taken then if some version from
    /// <see cref="Oldest"/> on takes it.
    /// </param>
    public static IReadOnlyList<Finding> Validate(ManifestFolder folder, Version? kubernetes = null)
    {
        var custom = CustomKinds.Of(folder.Objects);
        return
        [
            .. folder.Objects.SelectMany(found =>
                IsNotServed(found, kubernetes) ? [KnownKinds.NotServed(found, kubernetes!)] : Validate(found, kubernetes, custom)
            ),
            .. folder.Remarks.Where(remark => remark.IsFault).Select(remark => new Finding(remark.Message, remark.Location)),
        ];
    }

    /// <summary>What is refused in one object; not that a version does not serve an Ingress, of which wiring.ingress-api asks.</summary>
    public static IEnumerable<Finding> Validate(KubernetesObject found, Version? kubernetes, IReadOnlySet<string> custom) =>
        RepeatedKeys.In(found).Concat(SchemaValidator.Validate(found, kubernetes, custom));

    private static bool IsNotServed(KubernetesObject found, Version? kubernetes) =>
        kubernetes is not null
        && found.Kind == "Ingress"
        && ServedApi.IsKnown($"{found.ApiVersion} {found.Kind}")
        && !ServedApi.Serves(found, kubernetes);
}
