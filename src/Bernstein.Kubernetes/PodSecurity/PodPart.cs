namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>A pod, or one of its containers: each has a security context of its own.</summary>
/// <param name="Name">As messages name it: <c>container poll of Deployment poll</c>.</param>
/// <param name="Node">The specification of the pod, or the container.</param>
/// <param name="Path">Where it stands in the object, as in <see cref="Edit"/>.</param>
/// <param name="Root">The object.</param>
internal sealed record PodPart(string Name, Node Node, string Path, Node Root)
{
    /// <summary>The security context.</summary>
    internal Node Security => Node["securityContext"];

    /// <summary>A field of which only a person can tell what to write.</summary>
    internal PodFault Tell(string field, string asked) =>
        new($"{Name}: {field} is {Node.At(field).Shown}; asked for is {asked}", Node.At(field).Location);

    /// <summary>A field that must have another value.</summary>
    internal PodFault Set(string field, string value) => Tell(field, value) with { Edits = [Edit.Set(Root, $"{Path}.{field}", value)] };

    /// <summary>A field that must not be there.</summary>
    internal PodFault Remove(string field, string asked = "nothing: remove it") =>
        Tell(field, asked) with
        {
            Edits = [Edit.Remove(Root, $"{Path}.{field}")],
        };
}
