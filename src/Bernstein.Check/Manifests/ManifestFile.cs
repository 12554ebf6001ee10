namespace Bernstein.Check.Manifests;

/// <summary>What one file holds.</summary>
/// <param name="Path">Its path below the folder that is judged, with <c>/</c> between its parts.</param>
/// <param name="Objects">The Kubernetes objects in it, those of its <c>List</c>s among them, in order.</param>
/// <param name="Remarks">What in it could not be judged.</param>
public sealed record ManifestFile(string Path, IReadOnlyList<KubernetesObject> Objects, IReadOnlyList<Remark> Remarks);
