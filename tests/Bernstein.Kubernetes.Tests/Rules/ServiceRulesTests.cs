namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class ServiceRulesTests
{
    [TestCase($"{Manifest.Service}{{}}", "Service a.spec has no ports", null)]
    [TestCase($"{Manifest.Service}{{type: ExternalName}}", "Service a.spec has no externalName, which its type asks for", null)]
    [TestCase(
        $"{Manifest.Service}{{ports: [{{port: 80, nodePort: 30080}}]}}",
        "Service a.spec has the nodePort 30080 and not the type NodePort; set type: NodePort, or remove nodePort",
        "Write type: NodePort"
    )]
    [TestCase(
        $"{Manifest.Service}{{type: NodePort, ports: [{{port: 80, nodePort: 80}}]}}",
        "Service a.spec has the node port 80; asked for is one from 30000 to 32767, the range of a cluster whose administrator chose no other",
        "Remove the node port: the cluster chooses one."
    )]
    [TestCase(
        $"{Manifest.Service}{{ports: [{{name: b, port: 80}}, {{name: c, port: 80}}]}}",
        "Service a.spec has the port 80 twice; asked for is each once",
        "Remove the second port 80."
    )]
    [TestCase(
        $"{Manifest.Service}{{type: NodePort, ports: [{{name: b, port: 80, nodePort: 30080}}, {{name: c, port: 81, nodePort: 30080}}]}}",
        "Service a.spec has the nodePort 30080 twice; asked for is each once",
        "Remove the second one: the cluster chooses another."
    )]
    [TestCase(
        $"{Manifest.Service}{{type: NodePort, clusterIP: None, ports: [{{port: 80}}]}}",
        "Service a.spec has clusterIP None and the type NodePort; remove one of them",
        null
    )]
    [TestCase(
        $"{Manifest.Service}{{loadBalancerSourceRanges: [10.0.0.0/8], ports: [{{port: 80}}]}}",
        "Service a.spec has loadBalancerSourceRanges and not the type LoadBalancer; remove them",
        "Remove loadBalancerSourceRanges."
    )]
    [TestCase(
        $"{Manifest.Service}{{externalTrafficPolicy: Local, ports: [{{port: 80}}]}}",
        "Service a.spec has externalTrafficPolicy; asked for is the type NodePort or LoadBalancer with it",
        "Remove externalTrafficPolicy."
    )]
    [TestCase(
        $"{Manifest.Service}{{loadBalancerClass: example.com/b, ports: [{{port: 80}}]}}",
        "Service a.spec has loadBalancerClass and not the type LoadBalancer; remove it",
        "Remove loadBalancerClass."
    )]
    [TestCase(
        $"{Manifest.Service}{{clusterIPs: [10.0.0.1], ports: [{{port: 80}}]}}",
        "Service a.spec.clusterIPs begins with 10.0.0.1; asked for is the same as clusterIP",
        "Remove clusterIPs."
    )]
    [TestCase(
        $"{Manifest.Service}{{sessionAffinity: ClientIP, sessionAffinityConfig: {{clientIP: {{timeoutSeconds: 0}}}}, ports: [{{port: 80}}]}}",
        "Service a.spec.sessionAffinityConfig.clientIP.timeoutSeconds is 0; asked for is a whole number from 1 to 86400",
        "Remove sessionAffinityConfig."
    )]
    [TestCase(
        $"{Manifest.Service}{{ipFamilies: [IPv4, IPv4], ports: [{{port: 80}}]}}",
        "two ipFamilies of Service a.spec have the name IPv4; asked for is each once",
        null
    )]
    [TestCase(
        $"{Manifest.Service}{{externalIPs: [127.0.0.1], ports: [{{port: 80}}]}}",
        "Service a.spec.externalIPs has 127.0.0.1, at which nobody from outside arrives",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
