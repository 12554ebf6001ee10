namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>A pod, or one of its containers, as messages name it: each has a security context of its own.</summary>
public sealed record PodPart(string Name, Node Node);
