namespace Bernstein.Kubernetes.Objects;

/// <summary>Where the value of an environment variable comes from.</summary>
internal enum VariableSource
{
    /// <summary>Written in the workload.</summary>
    Literal,

    /// <summary>A key of a ConfigMap.</summary>
    ConfigMap,

    /// <summary>A key of a Secret.</summary>
    Secret,

    /// <summary>A field of the pod or of its resources.</summary>
    Field,
}
