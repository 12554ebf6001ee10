using NUnit.Framework;

namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class ContainerRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, volumeMounts: [{{name: d, mountPath: /d}}, {{name: d, mountPath: /d}}]}}], volumes: [{{name: d, emptyDir: {{}}}}]}}",
        "two mounts of Pod a.spec.containers[0] have the mountPath /d; asked for is each once",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, livenessProbe: {{httpGet: {{port: 80}}, successThreshold: 2}}}}]}}",
        "Pod a.spec.containers[0].livenessProbe.successThreshold is 2; asked for is 1",
        "Write livenessProbe.successThreshold: 1"
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, readinessProbe: {{httpGet: {{port: 80}}, terminationGracePeriodSeconds: 5}}}}]}}",
        "Pod a.spec.containers[0].readinessProbe has terminationGracePeriodSeconds, which has no effect; remove it",
        "Remove readinessProbe.terminationGracePeriodSeconds."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, volumeMounts: [{{name: d, mountPath: /d, mountPropagation: Bidirectional}}]}}], volumes: [{{name: d, emptyDir: {{}}}}]}}",
        "Pod a.spec.containers[0] mounts with mountPropagation Bidirectional and is not privileged; remove mountPropagation",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, securityContext: {{privileged: true, allowPrivilegeEscalation: false}}}}]}}",
        "spec.containers[0].securityContext is privileged and has allowPrivilegeEscalation: false; remove one of them",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, lifecycle: {{preStop: {{}}}}}}]}}",
        "containers[0].lifecycle.preStop has no handler; asked for is one of exec, httpGet, tcpSocket, sleep",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
