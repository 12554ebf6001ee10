namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class IndentationTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, env: [{{name: D, valueFrom: null, configMapKeyRef: {{name: e, key: f}}}}]}}]}}",
        "spec.containers[0].env[0] has no field configMapKeyRef",
        "Indent configMapKeyRef further: below valueFrom."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
