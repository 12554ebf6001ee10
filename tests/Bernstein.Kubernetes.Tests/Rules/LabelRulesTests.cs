namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class LabelRulesTests
{
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {b: \"c d\"}}",
        "the label b of ConfigMap a.metadata is \"c d\"; asked for are letters, digits, -, _ and ., at most 63",
        "Remove the label b."
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {\"b c\": d}}",
        "ConfigMap a.metadata has the label key \"b c\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most",
        null
    )]
    [TestCase(
        $"{Manifest.Service}{{selector: {{app: -a}}, ports: [{{port: 80}}]}}",
        "the label app of Service a.spec is \"-a\"; asked for are letters, digits, -, _ and ., at most 63",
        "Write app: a"
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
