namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of workloads and autoscalers: pkg/apis/apps and autoscaling/validation of Kubernetes.</summary>
internal static class WorkloadRules
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

    /// <summary>ValidateDeploymentSpec.</summary>
    internal static IEnumerable<Finding> DeadlineIsAboveMinReady(Node deployment) =>
        deployment["spec"]
            .RefusedIf(
                (deployment.At("spec.progressDeadlineSeconds").Number ?? 600) <= (deployment.At("spec.minReadySeconds").Number ?? 0),
                () => $"{deployment}.spec.progressDeadlineSeconds (600 where absent) is not above minReadySeconds; raise it"
            );

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
}
