namespace Bernstein.Check.Tests.Requirements;

public sealed class TraefikRequirementsTests
{
    [TestCase("type: NodePort", Status.Pass)]
    [TestCase("type: LoadBalancer", Status.Pass)]
    [TestCase("type: ClusterIP", Status.Fail)]
    [TestCase("sessionAffinity: None", Status.Fail)]
    public void A_node_port_needs_a_service_that_has_them(string type, Status expected) =>
        Sample.Reference.With("traefik.service.yaml", "type: NodePort", type).Judge("traefik.node-port.http").Status.ShouldBe(expected);

    [Test]
    public void A_node_port_belongs_to_the_same_port()
    {
        var crossed = Sample
            .Reference.With("traefik.service.yaml", "30021", "x")
            .With("traefik.service.yaml", "30042", "30021")
            .With("traefik.service.yaml", "x", "30042");
        crossed.Judge("traefik.node-port.http").Status.ShouldBe(Status.Fail);
        crossed.Judge("traefik.node-port.dashboard").Status.ShouldBe(Status.Fail);
    }

    [TestCase("traefik.rbac.yaml", "  - secrets\n", "", Status.Fail)]
    [TestCase("traefik.rbac.yaml", "  - watch\n", "", Status.Fail)]
    [TestCase("traefik.rbac.yaml", "  - extensions\n", "", Status.Pass)]
    [TestCase("traefik.rbac.yaml", "  - ingresses\n", "  - \"*\"\n", Status.Pass)]
    [TestCase("traefik.rbac.yaml", "  kind: ClusterRole\n  name: traefik", "  kind: ClusterRole\n  name: cluster-admin", Status.Pass)]
    [TestCase("traefik.rbac.yaml", "  kind: ClusterRole\n  name: traefik", "  kind: ClusterRole\n  name: view", Status.Fail)]
    [TestCase("traefik.rbac.yaml", "kind: ClusterRoleBinding", "kind: RoleBinding", Status.Fail)]
    [TestCase(
        "traefik.rbac.yaml",
        "- kind: ServiceAccount\n  name: traefik\n  namespace: kube-public",
        "- kind: ServiceAccount\n  name: traefik\n  namespace: default",
        Status.Fail
    )]
    [TestCase("traefik.rbac.yaml", "- apiGroups:\n  - \"\"", "- resourceNames: [poll]\n  apiGroups:\n  - \"\"", Status.Fail)]
    [TestCase("traefik.deployment.yaml", "      serviceAccountName: traefik\n", "", Status.Fail)]
    [TestCase("traefik.deployment.yaml", "serviceAccountName: traefik", "serviceAccount: traefik", Status.Pass)]
    public void Traefik_may_read_what_it_is_bound_to(string file, string from, string to, Status expected) =>
        Sample.Reference.With(file, from, to).Judge("traefik.authorization").Status.ShouldBe(expected);
}
