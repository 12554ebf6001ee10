namespace Bernstein.Kubernetes.Tests.Types;

public sealed class CustomKindsTests
{
    [TestCase("apiextensions.k8s.io/v1", "versions: [{name: v1}, {name: v2}]", "b.c/v1 D", "b.c/v2 D")]
    [TestCase("apiextensions.k8s.io/v1beta1", "version: v1", "b.c/v1 D", "b.c/v1 D")]
    public void A_definition_brings_its_versions(string api, string versions, string first, string last)
    {
        var definition = Manifest.Object(
            $"apiVersion: {api}\nkind: CustomResourceDefinition\nmetadata: {{name: ds.b.c}}\nspec: {{group: b.c, names: {{kind: D}}, {versions}}}\n"
        );
        CustomKinds.Of([definition]).Intersect([first, last]).ShouldBe(new[] { first, last }.Distinct(), ignoreOrder: true);
    }

    [Test]
    public void Other_objects_bring_none() => CustomKinds.Of([Manifest.Object("apiVersion: v1\nkind: Pod\n")]).ShouldBeEmpty();
}
