namespace Bernstein.Kubernetes.Rules;

/// <summary>Which fields of a pod its containers may take: validateObjectFieldSelector of Kubernetes.</summary>
internal static class FieldPathRules
{
    private static readonly string[] OfVolumes =
        "metadata.annotations metadata.labels metadata.name metadata.namespace metadata.uid".Split();

    private static readonly string[] OfVariables = (
        "metadata.name metadata.namespace metadata.uid spec.nodeName spec.serviceAccountName "
        + "status.hostIP status.hostIPs status.podIP status.podIPs"
    ).Split();

    /// <summary>The field is one that the kubelet tells.</summary>
    internal static IEnumerable<Finding> FieldOfPod(Node selector)
    {
        var known = selector.Path.Contains("volumes", StringComparison.Ordinal) ? OfVolumes : OfVariables;
        var path = selector["fieldPath"].Text ?? "";
        return selector.RefusedIf(
            path.Length > 0 && !known.Contains(path) && !IsOfOneKey(path),
            () => $"{selector}.fieldPath is {path}; asked for is one of {string.Join(", ", known)}"
        );
    }

    // A label or an annotation: metadata.labels['app'].
    private static bool IsOfOneKey(string path) =>
        new[] { "metadata.labels['", "metadata.annotations['" }.Any(begin =>
            path.StartsWith(begin, StringComparison.Ordinal)
            && path.EndsWith("']", StringComparison.Ordinal)
            && path.Length > begin.Length + 2
            && Patterns.LabelKey.IsMatch(path[begin.Length..^2].ToLowerInvariant())
        );
}
