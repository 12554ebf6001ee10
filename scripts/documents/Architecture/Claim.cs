namespace Bernstein.Documents.Architecture;

/// <summary>A PersistentVolumeClaim that a workload mounts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">The workload.</param>
/// <param name="Size">How much it asks for.</param>
internal sealed record Claim(string Name, string Part, string Size);
