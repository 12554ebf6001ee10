namespace Bernstein.Check.Tests.Requirements;

public sealed class ObjectRequirementsTests
{
    [Test]
    public void A_cluster_scoped_object_has_no_namespace() =>
        Sample
            .Reference.With(
                "traefik.rbac.yaml",
                "kind: ClusterRole\nmetadata:\n",
                "kind: ClusterRole\nmetadata:\n  namespace: kube-public\n"
            )
            .Judge("wiring.scope")
            .Status.ShouldBe(Status.Fail);

    [TestCase("replicas: 2", "replicas: 2\n  replicas: 2", Status.Fail)]
    [TestCase("replicas: 2", "replicsa: 2", Status.Fail)]
    [TestCase("replicas: 2", "# two\n  replicas: 2", Status.Pass)]
    [TestCase("kind: Deployment", "kind: Deployment\n\tx", Status.Fail)]
    public void A_document_has_only_fields_that_are_known_and_each_once(string from, string to, Status expected) =>
        Sample.Reference.With("poll.deployment.yaml", from, to).Judge("wiring.schema").Status.ShouldBe(expected);

    [TestCase("kind: Deployment", "kind: Deployment\nkind: Deployment", "the key kind is twice in Deployment poll; the last one counts")]
    [TestCase("replicas: 2", "replicas: 2\n  replicas: 2", "the key replicas is twice in spec; the last one counts")]
    [TestCase(
        "- containerPort: 80",
        "- containerPort: 80\n          containerPort: 80",
        "the key containerPort is twice in ports; the last one counts"
    )]
    [TestCase("memory: 128M", "memory: 128M\n            memory: 128M", "the key memory is twice in limits; the last one counts")]
    public void A_key_that_stands_twice_is_named_at_any_depth(string from, string to, string message) =>
        Sample
            .Reference.With("poll.deployment.yaml", from, to)
            .Judge("wiring.schema")
            .Findings.Select(finding => finding.Message)
            .ShouldBe([message]);

    [Test]
    public void An_object_without_a_name_is_called_by_its_kind() =>
        Sample
            .Reference.Holding(
                "poll.service.yaml",
                "apiVersion: v1\nkind: Service\nkind: Service\nmetadata: {namespace: default}\nspec: {ports: [{port: 80}]}\n"
            )
            .Judge("wiring.schema")
            .Findings.Select(finding => finding.Message)
            .ShouldBe(["the key kind is twice in Service; the last one counts", "Service has no metadata.name"]);

    [TestCase("networking.k8s.io/v1", "1.18", Status.Fail)]
    [TestCase("networking.k8s.io/v1", "1.19", Status.Pass)]
    [TestCase("networking.k8s.io/v1", "1.35", Status.Pass)]
    [TestCase("networking.k8s.io/v1beta1", "1.13", Status.Fail)]
    [TestCase("networking.k8s.io/v1beta1", "1.14", Status.Pass)]
    [TestCase("networking.k8s.io/v1beta1", "1.21", Status.Pass)]
    [TestCase("networking.k8s.io/v1beta1", "1.22", Status.Fail)]
    [TestCase("extensions/v1beta1", "1.21", Status.Pass)]
    [TestCase("extensions/v1beta1", "1.22", Status.Fail)]
    [TestCase("networking.k8s.io/v2", "1.35", Status.Fail)]
    [TestCase("networking.k8s.io/v1", null, Status.NotJudged)]
    public void An_ingress_is_of_a_version_that_the_cluster_serves(string api, string? version, Status expected)
    {
        var sample = Sample.Reference with { KubernetesVersion = version is null ? null : Version.Parse(version) };
        sample
            .With("poll.ingress.yaml", "networking.k8s.io/v1", api)
            .With("result.ingress.yaml", "networking.k8s.io/v1", api)
            .Judge("wiring.ingress-api")
            .Status.ShouldBe(expected);
    }
}
