namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class PortRulesTests
{
    [TestCase(
        $"{Manifest.Service}{{ports: [{{port: 80}}, {{name: b, port: 81}}]}}",
        "a port of Service a.spec has no name; asked for is one for each, where there are several",
        "Give the port a name."
    )]
    [TestCase(
        $"{Manifest.Service}{{ports: [{{name: b, port: 80}}, {{name: b, port: 81}}]}}",
        "two ports of Service a.spec have the name b",
        "Give the second one another name."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, ports: [{{name: d, containerPort: 80}}, {{name: d, containerPort: 81}}]}}]}}",
        "two ports of Pod a.spec.containers[0] have the name d",
        "Give the second one another name."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
