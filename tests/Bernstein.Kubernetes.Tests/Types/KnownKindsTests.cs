namespace Bernstein.Kubernetes.Tests.Types;

public sealed class KnownKindsTests
{
    [Test]
    public void A_kind_has_its_versions_from_the_newest() =>
        KnownKinds.VersionsOf("Ingress").ShouldBe(["networking.k8s.io/v1", "extensions/v1beta1", "networking.k8s.io/v1beta1"]);

    [TestCase("Deployment", true)]
    [TestCase("Lease", true)]
    [TestCase("IngressRoute", false)]
    public void A_kind_is_known_or_not(string kind, bool expected) => KnownKinds.IsKind(kind).ShouldBe(expected);

    [TestCase("PersistentVolume", true)]
    [TestCase("ClusterRole", true)]
    [TestCase("PersistentVolumeClaim", false)]
    [TestCase("Role", false)]
    public void A_kind_belongs_to_the_cluster_or_to_a_namespace(string kind, bool expected) =>
        KnownKinds.IsClusterWide(kind).ShouldBe(expected);

    [TestCase("extensions/v1beta1 Ingress", "1.21", true)]
    [TestCase("extensions/v1beta1 Ingress", "1.22", false)]
    [TestCase("networking.k8s.io/v1 Ingress", "1.18", false)]
    [TestCase("batch/v1 CronJob", "1.21", true)]
    [TestCase("apps/v1 Deployment", "1.99", true)]
    [TestCase("apps/v2 Deployment", "1.99", false)]
    public void A_version_serves_what_the_deprecation_guide_says(string key, string version, bool expected) =>
        KnownKinds.IsServed(key, Version.Parse(version)).ShouldBe(expected);

    [TestCase("apiextensions.k8s.io/v1", "versions: [{name: v1}, {name: v2}]", "b.c/v1 D", "b.c/v2 D")]
    [TestCase("apiextensions.k8s.io/v1beta1", "version: v1", "b.c/v1 D", "b.c/v1 D")]
    public void A_definition_brings_its_versions(string api, string versions, string first, string last)
    {
        var definition = Manifest.Object(
            $"apiVersion: {api}\nkind: CustomResourceDefinition\nmetadata: {{name: ds.b.c}}\nspec: {{group: b.c, names: {{kind: D}}, {versions}}}\n"
        );
        KnownKinds.DefinedBy([definition]).Intersect([first, last]).ShouldBe(new[] { first, last }.Distinct(), ignoreOrder: true);
    }

    [Test]
    public void Other_objects_bring_none() => KnownKinds.DefinedBy([Manifest.Object("apiVersion: v1\nkind: Pod\n")]).ShouldBeEmpty();
}
