namespace Bernstein.Check.Tests.Requirements;

/// <summary>wiring.traefik-arguments.</summary>
public sealed class TraefikArgumentsTests
{
    [TestCase("traefik:1.7", "[--api, --kubernetes]", Status.Pass)]
    [TestCase("traefik:1.7", "[--web, --Kubernetes]", Status.Pass)]
    [TestCase("traefik:1.7", "[--api=false, --kubernetes]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api.dashboard, --kubernetes]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes.ingressclass=traefik]", Status.Fail)]
    [TestCase("traefik:1.7", "[api, kubernetes]", Status.Fail)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesIngress]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api.insecure=true, --providers.kubernetesingress.allowemptyservices=false]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api, --providers.kubernetesingress]", Status.Fail)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetescrd]", Status.Fail)]
    [TestCase("traefik:v3", "[--api.insecure=false, --providers.kubernetesingress]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, --api.insecure]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, --providers.kubernetesingress]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, '--entryPoints=Name:http Address::80']", Status.Pass)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, '--entryPoints.web.address=:80']", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, --metrics.prometheus, --accesslog, --ping, --tracing.jaeger]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesingress, --logLevel=INFO]", Status.Fail)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesingress, --log.level=INFO, --pilot.token=x]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesingress, '--entryPoints=Name:http Address::80']", Status.Fail)]
    [TestCase("traefik:v3.1", "[--api.insecure, --providers.kubernetesingress, '--entrypoints.web.address=:80']", Status.Pass)]
    [TestCase("traefik:v3.1", "[--api.insecure, --providers.kubernetesingress, --pilot.token=x]", Status.Fail)]
    [TestCase("traefik:v3.1", "[--api.insecure, --providers.kubernetesingress, --tracing.jaeger]", Status.Fail)]
    [TestCase("traefik:latest", "[--api.insecure, --providers.kubernetesingress, --pilot.token=x]", Status.Pass)]
    public void Traefik_is_told_what_to_do_in_the_words_of_its_version(string image, string arguments, Status expected) =>
        Sample
            .Reference.With("traefik.deployment.yaml", "traefik:1.7", image)
            .With("traefik.deployment.yaml", "        args:\n        - --api\n        - --kubernetes\n", $"        args: {arguments}\n")
            .Judge("wiring.traefik-arguments")
            .Status.ShouldBe(expected);

    [Test]
    public void An_argument_of_another_version_is_named_with_its_line()
    {
        var finding = Sample
            .Reference.With(
                "traefik.deployment.yaml",
                "        - --kubernetes\n",
                "        - --kubernetes\n        - --API.insecure=true\n"
            )
            .Judge("wiring.traefik-arguments")
            .Findings.ShouldHaveSingleItem();
        finding.Message.ShouldBe("--API.insecure=true is an argument of Traefik 2 and later, and Traefik 1 refuses to start with it");
        finding.Location!.Line.ShouldBe(36);
    }

    [TestCase("volumeMounts: [{name: settings, mountPath: /etc/traefik}]", Status.Pass)]
    [TestCase("volumeMounts: []", Status.Fail)]
    public void Traefik_may_be_told_by_a_file_that_its_container_mounts(string mounts, Status expected) =>
        Sample
            .Reference.With("traefik.deployment.yaml", "        args:\n        - --api\n        - --kubernetes\n", $"        {mounts}\n")
            .With(
                "traefik.deployment.yaml",
                "      containers:",
                "      volumes: [{name: settings, configMap: {name: traefik}}]\n      containers:"
            )
            .Holding(
                "traefik.configmap.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: traefik, namespace: kube-public}\ndata:\n  traefik.toml: |\n    [api]\n    [kubernetes]\n"
            )
            .Judge("wiring.traefik-arguments")
            .Status.ShouldBe(expected);

    [Test]
    public void A_long_configuration_file_is_searched_in_one_pass() =>
        Sample
            .Reference.With(
                "traefik.deployment.yaml",
                "        args:\n        - --api\n        - --kubernetes\n",
                "        volumeMounts: [{name: settings, mountPath: /etc/traefik}]\n"
            )
            .With(
                "traefik.deployment.yaml",
                "      containers:",
                "      volumes: [{name: settings, configMap: {name: traefik}}]\n      containers:"
            )
            .Holding(
                "traefik.configmap.yaml",
                $"{{apiVersion: v1, kind: ConfigMap, metadata: {{name: traefik, namespace: kube-public}}, data: {{traefik.toml: \"{string.Concat(Enumerable.Repeat("\\n", 400_000))}\"}}}}"
            )
            .Judge("wiring.traefik-arguments")
            .Status.ShouldBe(Status.Fail);
}
