using Bernstein.Check.Yaml;

namespace Bernstein.Check.Kubernetes;

/// <summary>What the API server demands of pods and containers, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/core/validation of Kubernetes, ValidatePodSpec and what it calls.</summary>
internal static class PodRules
{
    private static readonly string[] FieldPaths =
    [
        "metadata.name",
        "metadata.namespace",
        "metadata.uid",
        "spec.nodeName",
        "spec.serviceAccountName",
        "status.hostIP",
        "status.hostIPs",
        "status.podIP",
        "status.podIPs",
    ];

    internal static IEnumerable<Finding> OfPod(Node pod, Place place)
    {
        var containers = pod["initContainers"].Items.Concat(pod["containers"].Items).ToArray();
        return Twice(containers.Select(container => container["name"]), place, "containers", "name")
            .Concat(Twice(pod["volumes"].Items.Select(volume => volume["name"]), place, "volumes", "name"))
            .Concat(HostNetwork(pod, place))
            .Concat(
                from container in pod["initContainers"].Items
                where container["restartPolicy"].Text != "Always"
                from field in new[] { "livenessProbe", "readinessProbe", "startupProbe", "lifecycle" }
                where container[field].IsSet
                select new Finding(
                    $"an init container of {place} has a {field}; remove it: an init container ends by itself",
                    container[field].Location
                )
                {
                    Mend = place.Root?.PathTo(container[field]) is { } path
                        ? Mend.Of($"Remove {field}.", Edit.Remove(place.Root, path))
                        : null,
                }
            )
            .Concat(
                from same in pod["containers"]
                    .Items.SelectMany(container => container["ports"].Items)
                    .Where(port => port["hostPort"].Number > 0)
                    .GroupBy(port => (port["hostPort"].Number, port["protocol"].Text ?? "TCP", port["hostIP"].Text))
                where same.Count() > 1
                select new Finding(
                    $"two ports of {place} have the hostPort {same.Key.Number}; asked for is each once",
                    same.Last().Location
                )
            )
            .Concat(ObjectRules.Labels(pod["nodeSelector"], place));
    }

    internal static IEnumerable<Finding> OfContainer(Node container, Place place) =>
        Twice(container["volumeMounts"].Items.Select(mount => mount["mountPath"]), place, "mounts", "mountPath")
            .Concat(
                from probe in new[] { "livenessProbe", "startupProbe" }
                let threshold = container[probe]["successThreshold"]
                where threshold.Number is not (null or 0 or 1)
                select new Finding($"{place}.{probe}.successThreshold is {threshold.Text}; asked for is 1", threshold.Location)
                {
                    Mend = place.Set($"{probe}.successThreshold", "1"),
                }
            )
            .Concat(
                from side in new[] { "limits", "requests" }
                from resource in container["resources"][side].Entries
                where !resource.Key.Contains('/') && !IsStandard(resource.Key)
                select new Finding(
                    $"{place}.resources.{side} has {resource.Key}; asked for are cpu, memory, ephemeral-storage, or a name with a domain before it",
                    resource.Value.Location
                )
            )
            .Concat(
                from side in new[] { "limits", "requests" }
                from resource in container["resources"][side].Entries
                where Quantity.Parse(resource.Value.Text) < 0
                select new Finding(
                    $"{place}.resources.{side}.{resource.Key} is {resource.Value.Text}; asked for is 0 or more",
                    resource.Value.Location
                )
            );

    internal static IEnumerable<Finding> OfFieldPath(Node selector, Place place) =>
        selector["fieldPath"].Text is { Length: > 0 } path
        && !FieldPaths.Contains(path)
        && !path.StartsWith("metadata.labels", StringComparison.Ordinal)
        && !path.StartsWith("metadata.annotations", StringComparison.Ordinal)
            ? [new Finding($"{place}.fieldPath is {path}; asked for is one of {string.Join(", ", FieldPaths)}", selector.Location)]
            : [];

    internal static IEnumerable<Finding> OfSecurity(Node security, Place place) =>
        security["privileged"].Text == "true" && security["allowPrivilegeEscalation"].Text == "false"
            ? [new Finding($"{place} is privileged and has allowPrivilegeEscalation: false; remove one of them", security.Location)]
            : [];

    internal static IEnumerable<Finding> OfMount(Node mount, Place place) =>
        StorageRules.Relative(mount["subPath"], new Place(place, "subPath")).Concat(Alone.NotBoth(mount, place, "subPath", "subPathExpr"));

    internal static IEnumerable<Finding> OfToleration(Node toleration, Place place)
    {
        var exists = toleration["operator"].Text == "Exists";
        if (exists && toleration["value"].Text is { Length: > 0 })
        {
            yield return new Finding(
                $"{place} has a value and the operator Exists; asked for is no value: remove it",
                toleration["value"].Location
            )
            {
                Mend = place.Remove("value"),
            };
        }

        if (!exists && string.IsNullOrEmpty(toleration["key"].Text))
        {
            yield return new Finding($"{place} has no key; asked for is one, or the operator Exists", toleration.Location)
            {
                Mend = place.Set("operator", "Exists"),
            };
        }

        if (toleration["tolerationSeconds"].IsSet && toleration["effect"].Text != "NoExecute")
        {
            yield return new Finding(
                $"{place} has tolerationSeconds; asked for is the effect NoExecute beside it",
                toleration["tolerationSeconds"].Location
            )
            {
                Mend = place.Remove("tolerationSeconds"),
            };
        }
    }

    internal static IEnumerable<Finding> Twice(IEnumerable<Node> values, Place place, string what, string field) =>
        values
            .Where(value => value.Text is { Length: > 0 })
            .GroupBy(value => value.Text)
            .SelectMany(group => group.Skip(1))
            .Select(value => new Finding($"two {what} of {place} have the {field} {value.Text}; asked for is each once", value.Location));

    /// <summary>Mounts of volumes that the pod does not have, and that no claim template of its StatefulSet makes.</summary>
    internal static IEnumerable<Finding> MountsOfNothing(Node pod, IEnumerable<Node> templates, Place place)
    {
        var volumes = pod["volumes"]
            .Items.Select(volume => volume["name"].Text)
            .Concat(templates.Select(template => template.At("metadata.name").Text))
            .ToHashSet();
        var mounts = pod["initContainers"]
            .Items.Concat(pod["containers"].Items)
            .SelectMany(container => container["volumeMounts"].Items)
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

    private static bool IsStandard(string resource) =>
        resource is "cpu" or "memory" or "ephemeral-storage" || resource.StartsWith("hugepages-", StringComparison.Ordinal);

    private static IEnumerable<Finding> HostNetwork(Node pod, Place place) =>
        pod["hostNetwork"].Text != "true"
            ? []
            : from container in pod["containers"].Items
            from port in container["ports"].Items
            where port["hostPort"].IsSet && port["hostPort"].Number != port["containerPort"].Number
            select new Finding($"{place} uses the host's network; asked for is a hostPort equal to the containerPort", port.Location);
}
