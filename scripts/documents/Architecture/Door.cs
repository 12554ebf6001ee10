namespace Bernstein.Documents.Architecture;

/// <summary>A port of a Service.</summary>
/// <param name="Service">The name of the Service.</param>
/// <param name="Part">The workload that it leads to.</param>
/// <param name="Port">The port inside the cluster.</param>
/// <param name="NodePort">The port of every node; null for none.</param>
internal sealed record Door(string Service, string Part, long Port, long? NodePort);
