namespace Bernstein.Kubernetes.Tests.Types;

public sealed class ScopeTests
{
    [TestCase("PersistentVolume", true)]
    [TestCase("ClusterRole", true)]
    [TestCase("PersistentVolumeClaim", false)]
    [TestCase("Role", false)]
    public void A_kind_belongs_to_the_cluster_or_to_a_namespace(string kind, bool expected) => Scope.IsClusterWide(kind).ShouldBe(expected);
}
