namespace Bernstein.Chart.Tests.Cluster;

/// <summary>A pod, as the API server told of it.</summary>
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
            .FirstOrDefault(found => (string?)found!["name"] == (string?)container["name"]);
        return new Pod(
            (string)metadata["namespace"]!,
            (string)metadata["name"]!,
            (string)metadata["uid"]!,
            (string?)pod["spec"]!["nodeName"],
            (string)container["image"]!,
            (int?)status?["restartCount"] ?? 0,
            HasCondition(pod, "Ready"),
            metadata["deletionTimestamp"] is not null
        );
    }

    /// <summary>Whether a condition holds for a pod or a node.</summary>
    internal static bool HasCondition(JsonNode found, string type) =>
        (found["status"]?["conditions"]?.AsArray() ?? []).Any(condition =>
            (string?)condition!["type"] == type && (string?)condition["status"] == "True"
        );
}
