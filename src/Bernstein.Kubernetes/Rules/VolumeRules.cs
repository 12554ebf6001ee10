namespace Bernstein.Kubernetes.Rules;

/// <summary>Volumes, and the mounts that are of them: ValidatePersistentVolumeSpec and ValidateVolumeMounts of Kubernetes.</summary>
internal static class VolumeRules
{
    private static readonly string[] Pods = ["spec", "spec.template.spec", "spec.jobTemplate.spec.template.spec"];

    // What is a mapping in the specification of a PersistentVolume and not where its bytes are.
    private static readonly string[] NoSource = ["capacity", "claimRef", "nodeAffinity"];

    /// <summary>Mounts of volumes that the pod of an object does not have, and that no claim template of its StatefulSet makes.</summary>
    internal static IEnumerable<Finding> VolumesAreThere(Node root) =>
        Pods.Select(root.At)
            .Where(pod => pod["containers"].IsSet)
            .SelectMany(pod => VolumesAreThere(pod, root.At("spec.volumeClaimTemplates").Items, root));

    /// <summary>Two files of one path in a volume that is put together of several sources: validateProjectionSources.</summary>
    internal static IEnumerable<Finding> FilesAreDifferent(Node projection) =>
        UnionRules.EachOnce(
            from source in projection["sources"].Items
            from holder in new[] { "secret", "configMap", "downwardAPI" }
            from item in source[holder]["items"].Items
            select item["path"],
            projection,
            "files",
            "path"
        );

    /// <summary>validateVolumeSource. A claim is meant to stay, whatever stands beside it.</summary>
    internal static IEnumerable<Finding> OneSourceOfVolume(Node volume)
    {
        var sources = volume.Entries.Where(entry => entry.Value is Mapping).ToArray();
        var kept = sources.FirstOrDefault(entry => entry.Key == "persistentVolumeClaim", sources.FirstOrDefault()).Key;
        return sources
            .Skip(1)
            .Select(entry =>
                entry.Value.Refused(
                    $"{volume} has {entry.Key} as a second source; asked for is one",
                    () => volume.ToRemove(entry.Key == kept ? sources[0].Key : entry.Key)
                )
            );
    }

    internal static IEnumerable<Finding> OneSourceOfPersistentVolume(Node volume)
    {
        var sources = volume
            .Entries.Where(entry => entry.Value is Mapping && !NoSource.Contains(entry.Key))
            .Select(entry => entry.Key)
            .ToArray();
        // A folder of the node is what the assignment's readers expect.
        var has =
            sources.Length == 0
                ? "no source; asked for is one, such as hostPath"
                : $"the sources {string.Join(" and ", sources)}; asked for is one: remove the others";
        return volume.RefusedIf(
            sources.Length != 1,
            () => $"{volume} has {has}",
            () => sources.Length == 0 ? volume.ToWrite("hostPath.path", "/var/lib/bernstein") : volume.ToRemove(sources[1])
        );
    }

    private static IEnumerable<Finding> VolumesAreThere(Node pod, IEnumerable<Node> templates, Node root)
    {
        var volumes = pod["volumes"]
            .Items.Select(volume => volume["name"].Text)
            .Concat(templates.Select(template => template.At("metadata.name").Text))
            .ToHashSet();
        var mounts = PodRules
            .Containers(pod)
            .SelectMany(container => container["volumeMounts"].Items.Concat(container["volumeDevices"].Items))
            .Select(mount => mount["name"])
            .ToArray();
        return from mounted in mounts
            where mounted.Text is not null && !volumes.Contains(mounted.Text)
            select mounted.Refused(
                $"{root} has no volume {mounted.Text}, which a container mounts",
                () =>
                    Nameless(pod, mounted)
                    ?? (
                        Meant([.. volumes.OfType<string>()], mounts, mounted) is { } name
                            ? Mend.Of($"Name the volume that is there: {name}.", Edit.Set(mounted, "", YamlWriter.Text(name)))
                            : Written(pod, mounted)
                    )
            );
    }

    // A volume without a name is the one that is mounted under a name of no volume.
    private static Mend? Nameless(Node pod, Node mounted) =>
        pod["volumes"].Items.Where(volume => !volume["name"].IsSet).ToArray() is [var volume]
            ? Mend.Of($"Call the volume {mounted.Text}.", Edit.Set(volume, "name", YamlWriter.Text(mounted.Text ?? "data")))
            : null;

    // What a DaemonSet mounts is its node's; what another pod does, nobody knows, and an empty folder lets it start.
    private static Mend Written(Node pod, Node mounted)
    {
        var folder = pod["containers"]
            .Items.SelectMany(container => container["volumeMounts"].Items)
            .FirstOrDefault(mount => ReferenceEquals(mount["name"], mounted))
            ?["mountPath"].Text;
        var source =
            pod.Root["kind"].Text == "DaemonSet" && folder?.StartsWith('/') == true
                ? $"hostPath:\n  path: {YamlWriter.Text(folder == "/rootfs" ? "/" : folder)}"
                : "emptyDir: {}";
        return Mend.Of(
            $"Write the volume {mounted.Text}.",
            Edit.Set(pod, "volumes[+]", $"name: {YamlWriter.Text(mounted.Text ?? "data")}\n{source}")
        );
    }

    // The volume whose name is nearly the same, or the only one that nobody mounts.
    private static string? Meant(string[] volumes, Node[] mounts, Node mounted) =>
        Spelling.Nearest(mounted.Text ?? "", volumes)
        ?? (volumes.Except(mounts.Select(mount => mount.Text)).ToArray() is [var only] ? only : null);
}
