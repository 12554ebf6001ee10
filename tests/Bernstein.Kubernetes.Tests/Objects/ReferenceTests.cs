namespace Bernstein.Kubernetes.Tests.Objects;

public sealed class ReferenceTests
{
    [Test]
    public void A_pod_names_its_account_its_variables_and_its_volumes()
    {
        var pod = Manifest.Object(
            """
            kind: Pod
            metadata: {name: a}
            spec:
              serviceAccountName: b
              containers:
              - env: [{name: C, valueFrom: {secretKeyRef: {name: d, key: e, optional: true}}}]
              volumes: [{name: f, persistentVolumeClaim: {claimName: g}}]

            """
        );
        Reference
            .Of(pod)
            .Where(reference => reference.Name.IsSet)
            .Select(reference => $"{reference.Kind} {reference.Name.Text} {reference.Key?.Text} {reference.IsOptional}")
            .ShouldBe(["ServiceAccount b  False", "Secret d e True", "PersistentVolumeClaim g  False"]);
    }

    [TestCase("cluster-admin", 0)]
    [TestCase("system:discovery", 0)]
    [TestCase("traefik", 1)]
    public void A_role_that_every_cluster_has_is_no_reference(string role, int expected) =>
        Reference
            .Of(Manifest.Object($"kind: ClusterRoleBinding\nmetadata: {{name: a}}\nroleRef: {{kind: ClusterRole, name: \"{role}\"}}\n"))
            .Count()
            .ShouldBe(expected);
}
