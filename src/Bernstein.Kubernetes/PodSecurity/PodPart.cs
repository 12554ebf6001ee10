namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>A field of a pod that a control does not allow. There are no edits where only a person can tell what the image bears.</summary>
internal sealed record PodFault(string Message, Location Location, params IReadOnlyList<Edit> Edits);

/// <summary>A pod, or one of its containers, as messages name it: each has a security context of its own.</summary>
public sealed record PodPart(string Name, Node Node)
{
    /// <summary>A field of which only a person can tell what to write.</summary>
    internal PodFault Tell(string field, string asked) =>
        new($"{Name}: {field} is {Node.At(field).Shown}; asked for is {asked}", Node.At(field).Location);
}
