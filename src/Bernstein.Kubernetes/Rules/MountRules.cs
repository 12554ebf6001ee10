using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>Mounts and the volumes that they are of: ValidateVolumeMounts of Kubernetes.</summary>
internal static class MountRules
{
    /// <summary>Mounts of volumes that the pod does not have, and that no claim template of its StatefulSet makes.</summary>
    internal static IEnumerable<Finding> MountsOfNothing(Node pod, IEnumerable<Node> templates, Place place)
    {
        var volumes = pod["volumes"]
            .Items.Select(volume => volume["name"].Text)
            .Concat(templates.Select(template => template.At("metadata.name").Text))
            .ToHashSet();
        var mounts = pod["initContainers"]
            .Items.Concat(pod["containers"].Items)
            .SelectMany(container => container["volumeMounts"].Items.Concat(container["volumeDevices"].Items))
            .Select(mount => mount["name"])
            .ToArray();
        return mounts
            .Where(mounted => mounted.IsSet && !volumes.Contains(mounted.Text))
            .Select(mounted => new Finding($"{place} has no volume {mounted.Text}, which a container mounts", mounted.Location)
            {
                Mend =
                    Nameless(pod, mounted, place) is { } nameless ? nameless
                    : Named(volumes.OfType<string>().ToArray(), mounts, mounted) is { } name && place.Root?.PathTo(mounted) is { } path
                        ? Mend.Of($"Name the volume that is there: {name}.", Edit.Set(place.Root, path, YamlWriter.Text(name)))
                    : null,
            });
    }

    // A volume without a name is the one that is mounted under a name of no volume.
    private static Mend? Nameless(Node pod, Node mounted, Place place) =>
        pod["volumes"].Items.Where(volume => !volume["name"].IsSet).ToArray() is [var volume] && place.Root?.PathTo(volume) is { } path
            ? Mend.Of($"Call the volume {mounted.Text}.", Edit.Set(place.Root, $"{path}.name", YamlWriter.Text(mounted.Text ?? "data")))
            : null;

    // The volume whose name is nearly the same, or the only one that nobody mounts.
    private static string? Named(string[] volumes, Node[] mounts, Node mounted) =>
        Spelling.Nearest(mounted.Text ?? "", volumes)
        ?? (volumes.Except(mounts.Select(mount => mount.Text)).ToArray() is [var only] ? only : null);

    /// <summary>Two files of one path in a volume that is put together of several sources.</summary>
    internal static IEnumerable<Finding> OfProjection(Node projection, Place place) =>
        PodRules.Twice(
            from source in projection["sources"].Items
            from holder in new[] { "secret", "configMap", "downwardAPI" }
            from item in source[holder]["items"].Items
            select item["path"],
            place,
            "files",
            "path"
        );

    // A claim is meant to stay, whatever stands beside it.
    internal static IEnumerable<Finding> SecondSources(Node volume, Place place)
    {
        var sources = volume.Entries.Where(entry => entry.Value is Mapping).ToArray();
        var kept = sources.FirstOrDefault(entry => entry.Key == "persistentVolumeClaim", sources.FirstOrDefault()).Key;
        return sources
            .Skip(1)
            .Select(entry => new Finding($"{place} has {entry.Key} as a second source; asked for is one", entry.Value.Location)
            {
                Mend = place.Remove(entry.Key == kept ? sources[0].Key : entry.Key),
            });
    }
}
