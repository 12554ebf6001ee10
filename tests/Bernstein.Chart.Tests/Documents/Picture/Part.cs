namespace Bernstein.Chart.Tests.Documents.Picture;

/// <summary>A workload as the picture shows it.</summary>
/// <param name="Name">Its component.</param>
/// <param name="Kind">Deployment, DaemonSet or Job.</param>
/// <param name="Namespace">Where it runs.</param>
/// <param name="Image">The image of its first container.</param>
/// <param name="Instances">How many pods; null where that is not written.</param>
/// <param name="IsApart">Whether its instances must run on different nodes.</param>
/// <param name="Memory">The limit of its first container; null for none.</param>
/// <param name="Calls">The Services that its variables name.</param>
internal sealed record Part(
    string Name,
    string Kind,
    string Namespace,
    string Image,
    long? Instances,
    bool IsApart,
    string? Memory,
    IReadOnlyList<string> Calls
);
