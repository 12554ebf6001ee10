namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class DataRulesTests
{
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {\"b c\": d}",
        "ConfigMap a.data has the key \"b c\"; asked for are letters, digits, -, _ and .",
        null
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: c}\nbinaryData: {b: YQ==}",
        "ConfigMap a has b under data and under binaryData; remove one of them",
        null
    )]
    [TestCase(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: kubernetes.io/tls\ndata: {tls.crt: YQ==}",
        "Secret a has the type kubernetes.io/tls and no key tls.key",
        "Write type: Opaque"
    )]
    [TestCase(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: kubernetes.io/basic-auth",
        "Secret a has the type kubernetes.io/basic-auth and neither username nor password",
        "Write type: Opaque"
    )]
    [TestCase(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: kubernetes.io/service-account-token",
        "Secret a has the type kubernetes.io/service-account-token and no annotation kubernetes.io/service-account.name",
        "Write type: Opaque"
    )]
    [TestCase(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {b: \"?\"}",
        "b is not base64",
        "In x.yaml, write b in base64, without a line end in it. A database that was made with it keeps the old one."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
