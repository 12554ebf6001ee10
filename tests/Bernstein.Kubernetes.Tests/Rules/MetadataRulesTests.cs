namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class MetadataRulesTests
{
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {\"b c\": d}}",
        "ConfigMap a.metadata has the annotation key \"b c\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most",
        null
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, finalizers: [b]}",
        "ConfigMap a.metadata has the finalizer b; asked for is a name with a domain before it such as example.com/b",
        null
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, ownerReferences: [{apiVersion: v1, kind: Pod, name: b, uid: c, controller: true}, {apiVersion: v1, kind: Pod, name: d, uid: e, controller: true}]}",
        "ConfigMap a.metadata has 2 owners that are controllers; asked for is one",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
