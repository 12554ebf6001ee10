namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class ResourceRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, resources: {{requests: {{memory: 2M}}, limits: {{memory: 1M}}}}}}]}}",
        "spec.containers[0].resources.requests.memory is 2M, above its limit of 1M",
        "Write requests.memory: 1M"
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, resources: {{limits: {{hugepages-2Mi: 2Mi}}}}}}]}}",
        "spec.containers[0].resources has only huge pages; asked for is cpu or memory with them",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, env: [{{name: D, valueFrom: {{resourceFieldRef: {{resource: limits.memry}}}}}}]}}]}}",
        "env[0].valueFrom.resourceFieldRef.resource is limits.memry; asked for is limits or requests with .cpu, .memory or .ephemeral-storage after it",
        "Write resource: limits.memory"
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, env: [{{name: D, valueFrom: {{resourceFieldRef: {{resource: limits.cpu, divisor: 1Mi}}}}}}]}}]}}",
        "env[0].valueFrom.resourceFieldRef.divisor is 1Mi; asked for is one of 1m, 1",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
