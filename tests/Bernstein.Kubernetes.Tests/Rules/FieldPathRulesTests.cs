namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class FieldPathRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, env: [{{name: D, valueFrom: {{fieldRef: {{fieldPath: spec.replicas}}}}}}]}}]}}",
        "env[0].valueFrom.fieldRef.fieldPath is spec.replicas; asked for is one of metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP, status.podIPs",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c}}], volumes: [{{name: d, downwardAPI: {{items: [{{path: e, fieldRef: {{fieldPath: status.podIP}}}}]}}}}]}}",
        "downwardAPI.items[0].fieldRef.fieldPath is status.podIP; asked for is one of metadata.annotations, metadata.labels, metadata.name, metadata.namespace, metadata.uid",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
