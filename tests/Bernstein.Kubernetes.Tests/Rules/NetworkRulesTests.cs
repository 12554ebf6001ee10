namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class NetworkRulesTests
{
    [TestCase(
        $"{Manifest.NetworkPolicy}{{podSelector: {{}}, policyTypes: [Ingress, Egress, Ingress]}}",
        "NetworkPolicy a.spec has more than two policyTypes",
        null
    )]
    [TestCase(
        $"{Manifest.NetworkPolicy}{{podSelector: {{}}, ingress: [{{from: [{{}}]}}]}}",
        "spec.ingress[0].from[0] is empty; asked for is one of podSelector, namespaceSelector, ipBlock",
        null
    )]
    [TestCase(
        $"{Manifest.NetworkPolicy}{{podSelector: {{}}, ingress: [{{from: [{{ipBlock: {{cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}}}]}}]}}",
        "ingress[0].from[0].ipBlock.except has 11.0.0.0/16; asked for is a smaller range within 10.0.0.0/8",
        null
    )]
    [TestCase(
        $"{Manifest.NetworkPolicy}{{podSelector: {{}}, ingress: [{{ports: [{{port: 90, endPort: 80}}]}}]}}",
        "spec.ingress[0].ports[0].endPort is 80; asked for is a port with it that is a number, and not above it",
        "Remove endPort."
    )]
    [TestCase(
        $"{Manifest.NetworkPolicy}{{podSelector: {{}}, ingress: [{{from: [{{podSelector: {{}}, ipBlock: {{cidr: 10.0.0.0/8}}}}]}}]}}",
        "spec.ingress[0].from[0] has ipBlock and podSelector; asked for is one of them: remove the other",
        "Remove ipBlock."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
