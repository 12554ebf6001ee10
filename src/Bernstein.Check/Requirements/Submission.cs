using Bernstein.Check.Manifests;

namespace Bernstein.Check.Requirements;

/// <summary>What is judged: the manifests, and the cluster they are meant for.</summary>
/// <param name="Folder">The manifests.</param>
/// <param name="KubernetesVersion">The version of the cluster, such as 1.22; null where none was given.</param>
public sealed record Submission(ManifestFolder Folder, Version? KubernetesVersion = null);
