namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>A field of a pod that a control does not allow.</summary>
/// <param name="Message">The container, the field, what it is and what is asked for.</param>
/// <param name="Location">Where.</param>
/// <param name="Edits">What puts it right; none where only a person can tell what the image bears.</param>
internal sealed record PodFault(string Message, Location Location, params IReadOnlyList<Edit> Edits);
