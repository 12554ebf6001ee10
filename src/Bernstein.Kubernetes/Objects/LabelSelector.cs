namespace Bernstein.Kubernetes.Objects;

/// <summary>Matches labels the way Kubernetes does.</summary>
public static class LabelSelector
{
    /// <summary>Whether a label selector asks for nothing: it means everything or nothing, depending on where it stands.</summary>
    public static bool IsEmpty(Node selector) =>
        selector["matchLabels"].Entries.Count == 0 && selector["matchExpressions"].Items.Count == 0;

    /// <summary>Whether a label selector (matchLabels and matchExpressions) holds for a set of labels.</summary>
    public static bool Matches(Node selector, Node labels) =>
        MatchesAll(selector["matchLabels"], labels) && selector["matchExpressions"].Items.All(expression => Holds(expression, labels));

    /// <summary>Whether a plain map, such as a Service's selector, holds for a set of labels.</summary>
    public static bool MatchesAll(Node map, Node labels) =>
        map.Entries.All(entry => entry.Value.Text is { } value && labels[entry.Key].Text == value);

    /// <summary>Whether a Service leads to the pods of a workload. A Service without a selector leads to none.</summary>
    public static bool Selects(KubernetesObject service, Workload workload)
    {
        var selector = service.Root.At("spec.selector");
        return service.Namespace == workload.Manifest.Namespace && selector.Entries.Count > 0 && MatchesAll(selector, workload.Labels);
    }

    /// <summary>Labels as messages show them: <c>app: poll, tier: front</c>.</summary>
    public static string Show(Node labels) =>
        labels.Entries.Count == 0 ? "none" : string.Join(", ", labels.Entries.Select(entry => $"{entry.Key}: {entry.Value.Text}"));

    private static bool Holds(Node expression, Node labels)
    {
        var label = labels[expression["key"].Text ?? ""].Text;
        var isAmong = label is not null && expression["values"].Items.Any(value => value.Text == label);
        return expression["operator"].Text switch
        {
            "In" => isAmong,
            "NotIn" => !isAmong,
            "Exists" => label is not null,
            "DoesNotExist" => label is null,
            _ => false,
        };
    }

    /// <summary>Whether a rule of affinity, or a constraint on spreading, finds the pods of the workload that it stands in.</summary>
    public static bool Finds(Node rule, Workload own) => !IsEmpty(rule["labelSelector"]) && Matches(rule["labelSelector"], own.Labels);

    /// <summary>
    /// Whether it looks into the namespace that it stands in: it does unless it names others, and then into those only; what a
    /// namespaceSelector selects can't be told from the files.
    /// </summary>
    public static bool LooksInto(Node rule, string own) =>
        rule["namespaceSelector"].IsSet || rule["namespaces"].Items.Count == 0 || rule["namespaces"].Items.Any(name => name.Text == own);
}
