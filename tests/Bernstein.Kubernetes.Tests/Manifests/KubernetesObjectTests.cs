namespace Bernstein.Kubernetes.Tests.Manifests;

public sealed class KubernetesObjectTests
{
    [Test]
    public void An_object_has_its_names()
    {
        var found = Manifest.Object("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: b}\n");
        ($"{found}", found.Group, found.Namespace, found.File).ShouldBe(("Deployment a", "apps", "b", "x.yaml"));
    }

    [Test]
    public void Without_a_namespace_it_is_in_the_default_one() => Manifest.Object("kind: A\n").Namespace.ShouldBe("default");

    [TestCase("apiVersion: v1\nkind: A\napiVersion: v1\nkind: B\n", 3)]
    [TestCase("apiVersion: v1\nkind: A\nkind: B\nmetadata:\napiVersion: v1\nkind: C\napiVersion: v1\n", 3, 6)]
    [TestCase("apiVersion: v1\nkind: A\nkind: A\nkind: B\napiVersion: v1\n", 4)]
    [TestCase("metadata: {}\nkind: A\napiVersion: v1\nmetadata: {}\nkind: B\napiVersion: v1\n", 4)]
    [TestCase("apiVersion: v1\nkind: A\nkind: B\n")]
    public void Another_object_begins_where_both_keys_come_again(string text, params int[] lines) =>
        Manifest.Object(text).Further.Select(begin => begin.Line).ShouldBe(lines);
}
