namespace Bernstein.Documents.Architecture;

/// <summary>A workload as the chart shows it.</summary>
/// <param name="Name">Its component.</param>
/// <param name="Kind">Deployment, DaemonSet or Job.</param>
/// <param name="Namespace">Where it runs.</param>
/// <param name="Image">The image of its first container.</param>
/// <param name="Instances">How many pods; null where that is not written.</param>
/// <param name="Calls">The Services that its variables name.</param>
internal sealed record Part(string Name, string Kind, string Namespace, string Image, long? Instances, IReadOnlyList<string> Calls);
