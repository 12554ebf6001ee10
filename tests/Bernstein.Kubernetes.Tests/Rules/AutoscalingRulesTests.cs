namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class AutoscalingRulesTests
{
    [TestCase(
        $"{Manifest.HorizontalPodAutoscaler}{{scaleTargetRef: {{kind: Deployment, name: b}}, minReplicas: 3, maxReplicas: 2}}",
        "HorizontalPodAutoscaler a.spec has minReplicas above maxReplicas",
        null
    )]
    [TestCase(
        $"{Manifest.HorizontalPodAutoscaler}{{scaleTargetRef: {{kind: Deployment, name: b}}, maxReplicas: 2, metrics: [{{type: Resource}}]}}",
        "HorizontalPodAutoscaler a.spec.metrics[0] has the type Resource and no resource",
        null
    )]
    [TestCase(
        $"{Manifest.HorizontalPodAutoscaler}{{scaleTargetRef: {{kind: Deployment, name: b}}, maxReplicas: 2, metrics: [{{type: Pods, pods: {{metric: {{name: d}}, target: {{type: AverageValue, averageValue: 0}}}}}}]}}",
        "metrics[0].pods.target.averageValue is 0; asked for is more than 0",
        null
    )]
    [TestCase(
        $"{Manifest.HorizontalPodAutoscaler}{{scaleTargetRef: {{kind: Deployment, name: b}}, maxReplicas: 2, metrics: [{{type: Resource, resource: {{name: cpu, target: {{type: Utilization}}}}}}]}}",
        "metrics[0].resource.target has no of them; asked for is one of averageUtilization, averageValue",
        null
    )]
    [TestCase(
        $"{Manifest.HorizontalPodAutoscaler}{{scaleTargetRef: {{kind: Deployment, name: b}}, maxReplicas: 2, behavior: {{scaleDown: {{policies: []}}}}}}",
        "spec.behavior.scaleDown.policies is empty; asked for is one at least, or no policies",
        "Remove policies."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
