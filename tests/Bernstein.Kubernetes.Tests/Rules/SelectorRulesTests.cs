namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class SelectorRulesTests
{
    [TestCase(
        $"{Manifest.Deployment}{{selector: {{matchLabels: {{app: a}}, matchExpressions: [{{key: app, operator: Exists, values: [a]}}]}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "spec.selector.matchExpressions[0] has the operator Exists and 1 values; asked for is no values: remove them",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{affinity: {{nodeAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: {{nodeSelectorTerms: [{{matchFields: [{{key: metadata.uid, operator: In, values: [d]}}]}}]}}}}}}, containers: [{{name: b, image: c}}]}}",
        "nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields names metadata.uid; asked for is metadata.name",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
