namespace Bernstein.Kubernetes.Objects;

/// <summary>Where the value of an environment variable comes from: the workload, a key, or a field of the pod or of its resources.</summary>
public enum VariableSource
{
    /// <summary>The workload itself.</summary>
    Literal,

    /// <summary>A ConfigMap.</summary>
    ConfigMap,

    /// <summary>A Secret.</summary>
    Secret,

    /// <summary>A field of the pod, or of its resources.</summary>
    Field,
}
