namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class LikelyValueTests
{
    [TestCase(
        $"{Manifest.Pod}{{restartPolicy: always, containers: [{{name: b, image: c}}]}}",
        "Pod a.spec.restartPolicy is the text \"always\"; asked for is one of Always, OnFailure, Never",
        "Write restartPolicy: Always"
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: true}",
        "ConfigMap a.data.b is true; asked for is a text (in quotes)",
        "Write b: \"true\""
    )]
    [TestCase(
        $"{Manifest.Pod}{{hostNetwork: \"yes\", containers: [{{name: b, image: c}}]}}",
        "Pod a.spec.hostNetwork is the text \"yes\"; asked for is true or false",
        "Write hostNetwork: true"
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
