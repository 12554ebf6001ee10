using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Schemas;

/// <summary>Placeholder.</summary>
public static class SchemaValidator
{
    /// <summary>Placeholder.</summary>
    public static IEnumerable<Finding> Validate(KubernetesObject found, Version? kubernetes) => [];
}
