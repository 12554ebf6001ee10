namespace Bernstein.Chart.Tests.Helm;

/// <summary>What a rendering depends on, and so the key that renderings are cached by.</summary>
internal sealed record ChartOptions
{
    /// <summary>A profile: the name of a file under values/; null for none.</summary>
    internal string? Profile { get; init; }

    /// <summary>Values as YAML, over those of the profile.</summary>
    internal string Values { get; init; } = "";

    /// <summary>The version of Kubernetes to render for; null for Helm's own idea.</summary>
    internal string? KubernetesVersion { get; init; }

    /// <summary>The version of Helm; null for the one that is there.</summary>
    internal string? HelmVersion { get; init; }
}
