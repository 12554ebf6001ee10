namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class UnionRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, env: [{{name: D, value: e, valueFrom: {{fieldRef: {{fieldPath: metadata.name}}}}}}]}}]}}",
        "spec.containers[0].env[0] has value and valueFrom; asked for is one of them: remove the other",
        "Remove value."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, env: [{{name: D, valueFrom: {{}}}}]}}]}}",
        "containers[0].env[0].valueFrom has no source; asked for is one of configMapKeyRef, fieldRef, resourceFieldRef, secretKeyRef, fileKeyRef",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, livenessProbe: {{httpGet: {{port: 80}}, exec: {{command: [d]}}}}}}]}}",
        "spec.containers[0].livenessProbe has exec and httpGet; asked for is one of them: remove the others",
        "Remove livenessProbe."
    )]
    [TestCase(
        "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {minAvailable: 1, maxUnavailable: 1, selector: {}}",
        "PodDisruptionBudget a.spec has minAvailable and maxUnavailable; asked for is one of them: remove the other",
        "Remove minAvailable."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
