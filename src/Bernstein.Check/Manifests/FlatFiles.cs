namespace Bernstein.Check.Manifests;

/// <summary>The files that a deployment is delivered as.</summary>
public static class FlatFiles
{
    private static readonly string[] Components = ["redis", "postgres", "poll", "worker", "result", "traefik", "cadvisor"];

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
    /// The same documents, each in the flat file that it belongs to by its kind and its name, for manifests that are spread over other
    /// files. A file that is not at the top of the folder is still not there: <see cref="ManifestFolder.IsThere"/>.
    /// </summary>
    public static ManifestFolder Gather(ManifestFolder folder)
    {
        var files = folder
            .Files.SelectMany(file => file.Objects)
            .GroupBy(found => Place(found) ?? found.File)
            .Select(group => new ManifestFile(group.Key, [.. group], []))
            .ToList();
        files.AddRange(
            folder.Files.Where(file => file.Remarks.Count > 0).Select(file => file with { Path = file.Path + "#", Objects = [] })
        );
        return new ManifestFolder(folder.Path, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)])
        {
            There = [.. folder.Files.Select(file => file.Path)],
        };
    }

    // The component that the name speaks of, else the one that the labels speak of.
    private static string? Place(KubernetesObject found)
    {
        var words = new[] { found.Name }.Concat(found.Root.At("metadata.labels").Entries.Select(entry => entry.Value.Text ?? ""));
        var component = words
            .Select(word => Components.FirstOrDefault(name => word.Contains(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(name => name is not null);
        var kind = found.Kind switch
        {
            "PersistentVolume" or "PersistentVolumeClaim" => "volume",
            "ServiceAccount" or "ClusterRole" or "ClusterRoleBinding" or "Role" or "RoleBinding" => "rbac",
            _ => found.Kind.ToLowerInvariant(),
        };
        var place = $"{component}.{kind}.yaml";
        return Names.Contains(place) ? place : null;
    }
}
