using System.Text.RegularExpressions;
using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Schemas;

/// <summary>
/// What the API server demands of an object as a whole and its OpenAPI does not say, from the prose of the API reference
/// (https://kubernetes.io/docs/reference/kubernetes-api/).
/// </summary>
internal static partial class ObjectRules
{
    /// <summary>What is wrong with an object of a type.</summary>
    /// <param name="type">The type, without its API version: <c>PodSpec</c>.</param>
    /// <param name="node">The object.</param>
    /// <param name="place">Where it stands, for messages.</param>
    internal static IEnumerable<Finding> Findings(string type, Node node, Place place) =>
        type switch
        {
            "ObjectMeta" => Labels(node["labels"], place),
            "LabelSelector" => Labels(node["matchLabels"], place),
            "PodSpec" => MountsOfNothing(node, place),
            "ServiceSpec" => [.. NamelessPorts(node, place), .. Twins(node, place)],
            "Container" => Twins(node, place),
            "ResourceRequirements" or "VolumeResourceRequirements" => RequestsAboveLimits(node, place),
            "Volume" => SecondSources(node, place),
            "ServiceBackendPort" => NumberAndName(node, place),
            "JobSpec" => RestartsForEver(node, place),
            "ConfigMap" or "Secret" => new[] { "data", "stringData", "binaryData" }.SelectMany(field =>
                Keys(node[field], $"{place}.{field}")
            ),
            _ => [],
        };

    private static IEnumerable<Finding> Labels(Node labels, Place place) =>
        labels
            .Entries.Where(label => label.Value.Text is { } text && !LabelValue().IsMatch(text))
            .Select(label => new Finding(
                $"the label {label.Key} of {place} is \"{label.Value.Text}\"; asked for are letters, digits, -, _ and ., at most 63",
                label.Value.Location
            ));

    // The two lists are apart, and nothing ties them in a schema.
    private static IEnumerable<Finding> MountsOfNothing(Node pod, Place place)
    {
        var volumes = pod["volumes"].Items.Select(volume => volume["name"].Text).ToHashSet();
        return pod["initContainers"]
            .Items.Concat(pod["containers"].Items)
            .SelectMany(container => container["volumeMounts"].Items)
            .Select(mount => mount["name"])
            .Where(mounted => mounted.IsSet && !volumes.Contains(mounted.Text))
            .Select(mounted => new Finding($"{place} has no volume {mounted.Text}, which a container mounts", mounted.Location));
    }

    private static IEnumerable<Finding> NamelessPorts(Node service, Place place) =>
        service["ports"].Items is { Count: > 1 } ports
            ? ports
                .Where(port => port is Mapping && !port["name"].IsSet)
                .Select(port => new Finding(
                    $"a port of {place} has no name; asked for is one for each, where there are several",
                    port.Location
                ))
            : [];

    private static IEnumerable<Finding> Twins(Node holder, Place place) =>
        holder["ports"]
            .Items.Select(port => port["name"])
            .Where(name => name.IsSet)
            .GroupBy(name => name.Text)
            .SelectMany(group => group.Skip(1))
            .Select(name => new Finding($"two ports of {place} have the name {name.Text}", name.Location));

    private static IEnumerable<Finding> RequestsAboveLimits(Node resources, Place place) =>
        from request in resources["requests"].Entries
        let limit = resources["limits"][request.Key]
        where Quantity.Parse(request.Value.Text) > Quantity.Parse(limit.Text)
        select new Finding(
            $"{place}.requests.{request.Key} is {request.Value.Text}, above its limit of {limit.Text}",
            request.Value.Location
        );

    private static IEnumerable<Finding> SecondSources(Node volume, Place place) =>
        volume
            .Entries.Where(entry => entry.Value is Mapping)
            .Skip(1)
            .Select(entry => new Finding($"{place} has {entry.Key} as a second source; asked for is one", entry.Value.Location));

    private static IEnumerable<Finding> NumberAndName(Node port, Place place) =>
        port["number"].IsSet && port["name"].IsSet
            ? [new Finding($"{place} has a number and a name; asked for is one of them", port["name"].Location)]
            : [];

    // That a Deployment's pods do not restart for ever is told by the requirement on it.
    private static IEnumerable<Finding> RestartsForEver(Node job, Place place) =>
        job.At("template.spec") is Mapping pod && (pod["restartPolicy"].IsSet ? pod["restartPolicy"].Text : "Always") == "Always"
            ?
            [
                new Finding(
                    $"{place} has pods whose restartPolicy is {(pod["restartPolicy"].IsSet ? "Always" : "absent, which is Always")}; asked for is OnFailure or Never",
                    pod.Location
                ),
            ]
            : [];

    private static IEnumerable<Finding> Keys(Node data, string path) =>
        data
            .Entries.Where(entry => !DataKey().IsMatch(entry.Key))
            .Select(entry => new Finding(
                $"{path} has the key \"{entry.Key}\"; asked for are letters, digits, -, _ and .",
                entry.Value.Location
            ));

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^[-._a-zA-Z0-9]{1,253}$")]
    private static partial Regex DataKey();
}
