namespace Bernstein.Kubernetes.Types;

/// <summary>Which kinds belong to the whole cluster and so have no namespace.</summary>
public static class Scope
{
    private static readonly HashSet<string> ClusterWide = [.. ApiRules.Data["cluster-wide"].Text!.Split(' ')];

    /// <summary>Whether a kind is one of them.</summary>
    public static bool IsClusterWide(string kind) => ClusterWide.Contains(kind);
}
