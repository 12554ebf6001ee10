namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class TolerationRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{tolerations: [{{operator: Exists, key: d, value: e}}], containers: [{{name: b, image: c}}]}}",
        "Pod a.spec.tolerations[0] has a value and the operator Exists; asked for is no value: remove it",
        "Remove value."
    )]
    [TestCase(
        $"{Manifest.Pod}{{tolerations: [{{value: e}}], containers: [{{name: b, image: c}}]}}",
        "Pod a.spec.tolerations[0] has no key; asked for is one, or the operator Exists",
        "Write operator: Exists"
    )]
    [TestCase(
        $"{Manifest.Pod}{{tolerations: [{{key: d, value: e, tolerationSeconds: 5}}], containers: [{{name: b, image: c}}]}}",
        "Pod a.spec.tolerations[0] has tolerationSeconds; asked for is the effect NoExecute with it",
        "Remove tolerationSeconds."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
