namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>A field of a pod that a control does not allow. There are no edits where only a person can tell what the image bears.</summary>
internal sealed record PodFault(string Message, Location Location, params IReadOnlyList<Edit> Edits);

/// <summary>A pod, or one of its containers, as messages name it: each has a security context of its own.</summary>
internal sealed record PodPart(string Name, Node Node)
{
    internal Node Security => Node["securityContext"];

    /// <summary>A field of which only a person can tell what to write.</summary>
    internal PodFault Tell(string field, string asked) =>
        new($"{Name}: {field} is {Node.At(field).Shown}; asked for is {asked}", Node.At(field).Location);

    /// <summary>A field that must have another value.</summary>
    internal PodFault Set(string field, string value) => Tell(field, value) with { Edits = [Edit.Set(Node, field, value)] };

    /// <summary>A field that must not be there.</summary>
    internal PodFault Remove(string field, string asked = "nothing: remove it") =>
        Tell(field, asked) with
        {
            Edits = [Edit.Remove(Node, field)],
        };
}
