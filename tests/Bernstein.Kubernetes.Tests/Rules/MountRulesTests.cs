namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class MountRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, volumeMounts: [{{name: d, mountPath: /d}}]}}]}}",
        "Pod a has no volume d, which a container mounts",
        "Write the volume d."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c}}], volumes: [{{name: d, emptyDir: {{}}, hostPath: {{path: /d}}}}]}}",
        "Pod a.spec.volumes[0] has hostPath as a second source; asked for is one",
        "Remove hostPath."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c}}], volumes: [{{name: d, projected: {{sources: [{{secret: {{name: e, items: [{{key: f, path: g}}]}}}}, {{configMap: {{name: e, items: [{{key: f, path: g}}]}}}}]}}}}]}}",
        "two files of spec.volumes[0].projected have the path g; asked for is each once",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
