namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class ObjectNamesTests
{
    [TestCase("apiVersion: v1\nkind: ConfigMap", "ConfigMap has no metadata.name", "Give it a name.")]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A_b}",
        "metadata.name is A_b; asked for is a DNS name: lower-case letters, digits, - and .",
        "Write name: a-b"
    )]
    [TestCase(
        "apiVersion: v1\nkind: Service\nmetadata: {name: 1a}\nspec: {ports: [{port: 80}]}",
        "metadata.name is 1a; asked for is a DNS label that begins with a letter: lower-case letters, digits and -, at most 63",
        "Give it another name."
    )]
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a/b}\nrules: []",
        "metadata.name is a/b; asked for is a name without / and %",
        "Write name: a-b"
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
