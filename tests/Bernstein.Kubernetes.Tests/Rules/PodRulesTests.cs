using NUnit.Framework;

namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class PodRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c}}, {{name: b, image: c}}]}}",
        "two containers of Pod a.spec have the name b; asked for is each once",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c}}], volumes: [{{name: d, emptyDir: {{}}}}, {{name: d, emptyDir: {{}}}}]}}",
        "two volumes of Pod a.spec have the name d; asked for is each once",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{hostNetwork: true, containers: [{{name: b, image: c, ports: [{{containerPort: 80, hostPort: 81}}]}}]}}",
        "Pod a.spec uses the host's network; asked for is a hostPort equal to the containerPort",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{initContainers: [{{name: d, image: e, livenessProbe: {{httpGet: {{port: 80}}}}}}], containers: [{{name: b, image: c}}]}}",
        "an init container of Pod a.spec has a livenessProbe; remove it: an init container exits by itself",
        "Remove livenessProbe."
    )]
    [TestCase(
        $"{Manifest.Pod}{{containers: [{{name: b, image: c, ports: [{{containerPort: 80, hostPort: 80}}]}}, {{name: d, image: e, ports: [{{containerPort: 80, hostPort: 80}}]}}]}}",
        "two ports of Pod a.spec have the hostPort 80; asked for is each once",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{dnsPolicy: None, containers: [{{name: b, image: c}}]}}",
        "Pod a.spec has dnsPolicy None and no dnsConfig.nameservers; add one, or remove dnsPolicy",
        "Remove dnsPolicy."
    )]
    [TestCase(
        $"{Manifest.Pod}{{hostPID: true, shareProcessNamespace: true, containers: [{{name: b, image: c}}]}}",
        "Pod a.spec has hostPID and shareProcessNamespace; remove one of them",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{dnsConfig: {{nameservers: [1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4]}}, containers: [{{name: b, image: c}}]}}",
        "Pod a.spec.dnsConfig has 4 nameservers; asked for are 3 at most",
        null
    )]
    [TestCase(
        $"{Manifest.Pod}{{topologySpreadConstraints: [{{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 2}}], containers: [{{name: b, image: c}}]}}",
        "a topologySpreadConstraint of Pod a.spec has minDomains; asked for is whenUnsatisfiable: DoNotSchedule with it",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
