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
}
