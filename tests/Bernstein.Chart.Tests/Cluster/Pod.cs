namespace Bernstein.Chart.Tests.Cluster;

/// <summary>A pod, as the API server told of it.</summary>
/// <param name="Namespace">Where it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Uid">What no other pod has, before or after it.</param>
/// <param name="Node">The node that it is on; null for none.</param>
/// <param name="Image">The image of the first container.</param>
/// <param name="Restarts">How often the first container was started again.</param>
/// <param name="IsReady">Whether it is ready.</param>
/// <param name="IsLeaving">Whether it was told to end.</param>
internal sealed record Pod(
    string Namespace,
    string Name,
    string Uid,
    string? Node,
    string Image,
    int Restarts,
    bool IsReady,
    bool IsLeaving
)
{
    /// <summary>Reads one, from JSON as kubectl prints it.</summary>
    internal static Pod Of(JsonNode pod)
    {
        var (metadata, container) = (pod["metadata"]!, pod["spec"]!["containers"]![0]!);
        var status = pod["status"]
            ?["containerStatuses"]?.AsArray()
            .FirstOrDefault(found => Text(found!["name"]) == Text(container["name"]));
        return new Pod(
            Text(metadata["namespace"])!,
            Text(metadata["name"])!,
            Text(metadata["uid"])!,
            Text(pod["spec"]!["nodeName"]),
            Text(container["image"])!,
            (int?)status?["restartCount"] ?? 0,
            Diagnostics.IsReady(pod),
            metadata["deletionTimestamp"] is not null
        );
    }

    private static string? Text(JsonNode? node) => (string?)node;
}
