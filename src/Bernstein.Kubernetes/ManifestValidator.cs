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
        var custom = KnownKinds.DefinedBy(folder.Objects);
        return
        [
            .. folder.Objects.SelectMany(found => Validate(found, kubernetes, custom, isIngressLet: false)),
            .. folder.Remarks.Where(remark => remark.IsFault).Select(remark => new Finding(remark.Message, remark.Location)),
        ];
    }

    /// <summary>What is refused in one object, beside the kinds of <see cref="KnownKinds.DefinedBy"/>.</summary>
    /// <param name="found">The object.</param>
    /// <param name="kubernetes">The version of the cluster; null where it is not known.</param>
    /// <param name="custom">The kinds that the folder brings with it.</param>
    /// <param name="isIngressLet">Whether an Ingress may be of an API version that the cluster does not serve.</param>
    public static IEnumerable<Finding> Validate(
        KubernetesObject found,
        Version? kubernetes,
        IReadOnlySet<string> custom,
        bool isIngressLet = true
    ) => RepeatedKeys.In(found).Concat(SchemaValidator.Validate(found, kubernetes, custom, isIngressLet));
}
