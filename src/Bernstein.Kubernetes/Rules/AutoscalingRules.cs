using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

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

    internal static IEnumerable<Finding> OfScaler(Node scaler, Place place)
    {
        if (scaler["minReplicas"].Number > scaler["maxReplicas"].Number)
        {
            yield return new Finding($"{place} has minReplicas above maxReplicas", scaler.Location);
        }
    }

    internal static IEnumerable<Finding> OfMetric(Node metric, Place place) =>
        metric["type"].Text is not { } type || !Sources.TryGetValue(type, out var own)
            ? []
            : Sources
                .Values.Where(field => metric[field].IsSet != (field == own))
                .Select(field => new Finding(
                    field == own
                        ? $"{place} has the type {type} and no {own}"
                        : $"{place} has the type {type} and {field}; asked for is {own} alone",
                    metric.Location
                ));

    internal static IEnumerable<Finding> OfTarget(Node target, Place place) =>
        from field in new[] { "value", "averageValue" }
        where Quantity.Parse(target[field].Text) <= 0
        select new Finding($"{place}.{field} is {target[field].Text}; asked for is more than 0", target[field].Location);

    /// <summary>Of a resource, how much of its request or how much of it.</summary>
    internal static IEnumerable<Finding> OfResource(Node metric, Place place) =>
        metric["target"] is Mapping target
            ? Alone.One(target, new Place(place, "target"), "of them", "averageUtilization", "averageValue")
            : [];

    /// <summary>Of another metric, one of these values.</summary>
    internal static IEnumerable<Finding> OfValue(Node metric, Place place, params string[] fields) =>
        metric["target"] is Mapping target ? Alone.AtLeastOne(target, new Place(place, "target"), fields) : [];

    internal static IEnumerable<Finding> OfBehaviour(Node rules, Place place) =>
        rules["policies"] is Sequence { Items.Count: 0 } none
            ?
            [
                new Finding($"{place}.policies is empty; asked for is one at least, or no policies", none.Location)
                {
                    Mend = place.Remove("policies"),
                },
            ]
            : [];
}
