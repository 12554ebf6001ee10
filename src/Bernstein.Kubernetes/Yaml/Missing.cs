namespace Bernstein.Kubernetes.Yaml;

/// <summary>What a path finds where nothing is written.</summary>
/// <param name="Location">Where the nearest value above it stands.</param>
public sealed record Missing(Location Location) : Node(Location)
{
    /// <inheritdoc/>
    public override bool IsSet => false;
}
