namespace Bernstein.Check.Application;

/// <summary>The files that the deployment is delivered as, and how a folder is read for them.</summary>
public static class FlatFiles
{
    /// <summary>The flat files in the order in which they are applied.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "cadvisor.daemonset.yaml",
        "postgres.secret.yaml",
        "postgres.configmap.yaml",
        "postgres.volume.yaml",
        "postgres.deployment.yaml",
        "postgres.service.yaml",
        "redis.configmap.yaml",
        "redis.deployment.yaml",
        "redis.service.yaml",
        "poll.deployment.yaml",
        "worker.deployment.yaml",
        "result.deployment.yaml",
        "poll.service.yaml",
        "result.service.yaml",
        "poll.ingress.yaml",
        "result.ingress.yaml",
        "traefik.rbac.yaml",
        "traefik.deployment.yaml",
        "traefik.service.yaml",
    ];

    /// <summary>
    /// Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders, whatever it finds there; or one file.
    /// </summary>
    /// <exception cref="IOException">There is neither, or it is a file of another kind.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static ManifestFolder Read(string path) => ManifestFolder.Read(path, Names);

    /// <summary>
    /// Reads the text of one file: every document of a flat file is meant to be an object, one of another file must look like one.
    /// </summary>
    /// <param name="path">The path that locations name.</param>
    /// <param name="text">Its content.</param>
    public static ManifestFile Parse(string path, string text) => ManifestReader.Read(path, text, Names.Contains(path));

    /// <summary>The same objects, each in the flat file that it belongs to by its kind and its name.</summary>
    internal static ManifestFolder Gather(ManifestFolder folder) =>
        new(
            folder.Path,
            [
                .. folder
                    .Objects.GroupBy(found => Place(found) ?? found.File)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new ManifestFile(group.Key, [.. group], [])),
            ]
        )
        {
            IsFolder = folder.IsFolder,
        };

    /// <summary>
    /// The flat file that an object belongs to, by its kind and the component that its name speaks of, else its labels; null for none.
    /// </summary>
    internal static string? Place(KubernetesObject found) => Place(found, found.Kind);

    /// <summary>The same of an object whose kind should be another one.</summary>
    internal static string? Place(KubernetesObject found, string meant)
    {
        var component = found
            .Root.At("metadata.labels")
            .Entries.Select(entry => entry.Value.Text ?? "")
            .Prepend(found.Name)
            .Select(word => Component.All.FirstOrDefault(known => word.Contains(known.Name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(known => known is not null);
        var place = Named(component?.Name ?? "", meant);
        return Names.Contains(place) ? place : null;
    }

    /// <summary>The name that a file of objects of a kind has.</summary>
    internal static string Named(string name, string kind)
    {
        var word = kind switch
        {
            "PersistentVolume" or "PersistentVolumeClaim" => "volume",
            "ServiceAccount" or "ClusterRole" or "ClusterRoleBinding" or "Role" or "RoleBinding" => "rbac",
            _ => kind.ToLowerInvariant(),
        };
        return $"{name}.{word}.yaml";
    }
}
