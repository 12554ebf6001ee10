namespace Bernstein.Documents.Architecture;

/// <summary>A ConfigMap or a Secret that variables come from.</summary>
/// <param name="Kind">ConfigMap or Secret.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys that are taken, in the order of the file.</param>
/// <param name="Parts">The workloads whose first container takes one.</param>
internal sealed record Source(string Kind, string Name, IReadOnlyList<string> Keys, IReadOnlyList<string> Parts);
