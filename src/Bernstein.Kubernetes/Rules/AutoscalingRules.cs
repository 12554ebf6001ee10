namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of autoscalers: pkg/apis/autoscaling/validation of Kubernetes.</summary>
internal static class AutoscalingRules
{
    // By the type of a metric, the field that holds it.
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["Object"] = "object",
        ["Pods"] = "pods",
        ["Resource"] = "resource",
        ["ContainerResource"] = "containerResource",
        ["External"] = "external",
    };

    /// <summary>Of a resource, how much of its request or how much of it.</summary>
    internal static Rule TargetOfResource { get; } = OfTarget(UnionRules.ExactlyOne("value", "averageUtilization", "averageValue"));

    /// <summary>validateHorizontalPodAutoscalerSpec.</summary>
    internal static IEnumerable<Finding> LeastAndMost(Node scaler) =>
        scaler.RefusedIf(scaler["minReplicas"].Number > scaler["maxReplicas"].Number, () => $"{scaler} has minReplicas above maxReplicas");

    /// <summary>A metric has the source of its type, and no other one: validateMetricSpec.</summary>
    internal static IEnumerable<Finding> SourceOfType(Node metric) =>
        metric["type"].Text is not { } type || !Sources.TryGetValue(type, out var own)
            ? []
            : from field in Sources.Values
            where metric[field].IsSet != (field == own)
            select metric.Refused(
                field == own
                    ? $"{metric} has the type {type} and no {own}"
                    : $"{metric} has the type {type} and {field}; asked for is only {own}"
            );

    /// <summary>validateMetricTarget.</summary>
    internal static IEnumerable<Finding> Above0(Node target) =>
        from field in new[] { "value", "averageValue" }
        where Quantity.Parse(target[field].Text) <= 0
        select target[field].Refused($"{target}.{field} is {target[field].Text}; asked for is more than 0");

    /// <summary>Of another metric, one of these values.</summary>
    internal static Rule Target(params string[] fields) => OfTarget(UnionRules.AtLeastOne(fields));

    /// <summary>validateScalingRules.</summary>
    internal static IEnumerable<Finding> Policies(Node rules) =>
        rules.RemovedIf(
            "policies",
            rules["policies"] is Sequence { Items.Count: 0 },
            () => $"{rules}.policies is empty; asked for is one at least, or no policies"
        );

    private static Rule OfTarget(Rule rule) => metric => metric["target"] is Mapping target ? rule(target) : [];
}
