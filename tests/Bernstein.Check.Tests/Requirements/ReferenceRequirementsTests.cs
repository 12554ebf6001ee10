namespace Bernstein.Check.Tests.Requirements;

public sealed class ReferenceRequirementsTests
{
    [TestCase("redis.service.yaml", "app: redis", "app: queue", Status.Fail)]
    [TestCase("redis.service.yaml", "    app: redis", "    app: redis\n    tier: back", Status.Fail)]
    [TestCase("redis.service.yaml", "  selector:\n    app: redis\n", "", Status.Fail)]
    [TestCase("votes-table.job.yaml", "app: votes-table", "app: postgres", Status.Fail)]
    [TestCase("votes-table.job.yaml", "app: votes-table", "app: table", Status.Pass)]
    public void A_service_selects_the_pods_of_its_component_alone(string file, string from, string to, Status expected) =>
        Sample.Reference.With(file, from, to).Judge("wiring.selectors").Status.ShouldBe(expected);

    [Test]
    public void A_service_whose_component_has_no_workload_is_not_judged_on_what_it_selects() =>
        Sample
            .Reference.Without("redis.deployment.yaml")
            .With("redis.service.yaml", "app: redis", "app: poll")
            .Judge("wiring.selectors")
            .Status.ShouldBe(Status.Pass);

    [Test]
    public void A_service_may_select_other_pods_of_its_own_component() =>
        Sample
            .Reference.Holding("poll.canary.yaml", Sample.Reference.Files["poll.deployment.yaml"])
            .Judge("wiring.selectors")
            .Status.ShouldBe(Status.Pass);

    [TestCase("Role", "extension-apiserver-authentication-reader", "kube-system", Status.Pass)]
    [TestCase("Role", "extension-apiserver-authentication-reader", "default", Status.Fail)]
    [TestCase("ClusterRole", "extension-apiserver-authentication-reader", "kube-system", Status.Fail)]
    [TestCase("ClusterRole", "view", "default", Status.Pass)]
    [TestCase("ClusterRole", "system:auth-delegator", "default", Status.Pass)]
    [TestCase("ClusterRole", "viewer", "default", Status.Fail)]
    public void A_role_that_every_cluster_has_need_not_be_among_the_files(string kind, string role, string scope, Status expected) =>
        Sample
            .Reference.Holding(
                "extra.yaml",
                $"{{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {{name: extra, namespace: {scope}}}, roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: {kind}, name: '{role}'}}}}"
            )
            .Judge("wiring.references")
            .Status.ShouldBe(expected);

    [TestCase("envFrom: [{configMapRef: {name: none}}]", Status.Fail)]
    [TestCase("envFrom: [{configMapRef: {name: none, optional: true}}]", Status.Pass)]
    [TestCase("envFrom: [{secretRef: {name: postgres}}]", Status.Pass)]
    [TestCase("env: [{name: X, valueFrom: {secretKeyRef: {name: postgres, key: NONE}}}]", Status.Fail)]
    [TestCase("env: [{name: X, valueFrom: {secretKeyRef: {name: postgres, key: NONE, optional: true}}}]", Status.Pass)]
    public void What_a_container_names_is_among_the_files(string written, Status expected) =>
        Sample
            .Reference.With("redis.deployment.yaml", "        image: redis:5.0", $"        image: redis:5.0\n        {written}")
            .Judge("wiring.references")
            .Status.ShouldBe(expected);

    [TestCase("volumes: [{name: x, configMap: {name: none}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, configMap: {name: redis, items: [{key: NONE, path: x}]}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, configMap: {name: kube-root-ca.crt}}]", Status.Pass)]
    [TestCase("volumes: [{name: x, secret: {secretName: none}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, projected: {sources: [{secret: {name: none}}]}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, persistentVolumeClaim: {claimName: none}}]", Status.Fail)]
    [TestCase("serviceAccountName: default", Status.Pass)]
    [TestCase("serviceAccountName: traefik", Status.Fail)]
    [TestCase("imagePullSecrets: [{name: none}]", Status.Fail)]
    public void What_a_pod_names_is_among_the_files_of_its_namespace(string written, Status expected) =>
        Sample
            .Reference.With("redis.deployment.yaml", "      containers:", $"      {written}\n      containers:")
            .Judge("wiring.references")
            .Status.ShouldBe(expected);
}
