namespace Bernstein.Kubernetes.Yaml;

/// <summary>The type that Kubernetes' YAML reader (YAML 1.1) gives a scalar.</summary>
public enum ScalarType
{
    /// <summary>Text, quoted or plain.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number with a fraction or an exponent.</summary>
    Fraction,

    /// <summary>true, false, and their YAML 1.1 names yes, no, on and off.</summary>
    Boolean,

    /// <summary>null, ~ or nothing at all.</summary>
    Null,
}
