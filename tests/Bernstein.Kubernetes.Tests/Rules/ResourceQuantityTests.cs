namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class ResourceQuantityTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, resources: {{limits: {{memry: 1M}}}}}}]}}",
        "Pod a.spec.containers[0].resources.limits has memry; asked for are cpu, memory, ephemeral-storage, or a name with a domain before it",
        "Write memory for resources.limits.memry."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, resources: {{limits: {{memory: -1M}}}}}}]}}",
        "Pod a.spec.containers[0].resources.limits.memory is -1M; asked for is 0 or more",
        "Remove resources.limits.memory."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, resources: {{limits: {{example.com/gpu: 1500m}}}}}}]}}",
        "Pod a.spec.containers[0].resources.limits.example.com/gpu is 1500m; asked for is a whole number",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, resources: {{requests: {{example.com/gpu: 1}}}}}}]}}",
        "Pod a.spec.containers[0].resources.requests.example.com/gpu is 1; asked for is a limit that is equal",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
