namespace Bernstein.Check.Tests.Requirements;

public sealed class RouteRequirementsTests
{
    private const string Ingress = """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: {name: poll, namespace: NAMESPACE}
        spec: {rules: [{host: HOST, http: {paths: [{PATH backend: {serviceName: SERVICE, servicePort: PORT}}]}}]}
        """;

    [TestCase("default", "poll.dop.io", "", "poll", "80", Status.Pass)]
    [TestCase("default", "poll.dop.io", "path: /,", "poll", "80", Status.Pass)]
    [TestCase("default", "poll.dop.io", "path: /poll,", "poll", "80", Status.Fail)]
    [TestCase("default", "poll.dop.io", "path: /, pathType: Exact,", "poll", "80", Status.Fail)]
    [TestCase("kube-public", "poll.dop.io", "", "poll", "80", Status.Fail)]
    [TestCase("default", "result.dop.io", "", "poll", "80", Status.Fail)]
    [TestCase("default", "poll.dop.io", "", "result", "80", Status.Fail)]
    [TestCase("default", "poll.dop.io", "", "poll", "8080", Status.Fail)]
    [TestCase("default", "poll.dop.io", "", "poll", "http", Status.Fail)]
    public void A_route_of_an_older_api_version_is_a_route(
        string scope,
        string host,
        string path,
        string service,
        string port,
        Status expected
    ) =>
        Sample
            .Reference.Holding(
                "poll.ingress.yaml",
                Ingress
                    .Replace("NAMESPACE", scope, StringComparison.Ordinal)
                    .Replace("HOST", host, StringComparison.Ordinal)
                    .Replace("PATH", path, StringComparison.Ordinal)
                    .Replace("SERVICE", service, StringComparison.Ordinal)
                    .Replace("PORT", port, StringComparison.Ordinal)
            )
            .Judge("poll.route")
            .Status.ShouldBe(expected);

    [Test]
    public void A_route_names_a_port_by_its_name() =>
        Sample
            .Reference.With("poll.ingress.yaml", "number: 80", "name: http")
            .With("poll.service.yaml", "- port: 80", "- name: http\n    port: 80")
            .Judge("poll.route")
            .Status.ShouldBe(Status.Pass);

    [TestCase("defaultBackend: {service: {name: redis, port: {number: 6379}}}", "default", Status.Fail)]
    [TestCase("backend: {serviceName: redis, servicePort: 6379}", "default", Status.Fail)]
    [TestCase("defaultBackend: {service: {name: redis, port: {number: 6379}}}", "kube-public", Status.Pass)]
    [TestCase("defaultBackend: {service: {name: poll, port: {number: 80}}}", "default", Status.Pass)]
    public void An_ingress_of_any_file_makes_a_queue_reachable(string backend, string scope, Status expected) =>
        Sample
            .Reference.Holding(
                "others/extra.yaml",
                $"{{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {{name: extra, namespace: {scope}}}, spec: {{{backend}}}}}"
            )
            .Judge("redis.not-routed")
            .Status.ShouldBe(expected);

    [Test]
    public void A_second_service_of_the_queue_must_not_be_routed_either() =>
        Sample
            .Reference.Holding(
                "extra.yaml",
                "{apiVersion: v1, kind: Service, metadata: {name: queue}, spec: {selector: {app: redis}, ports: [{port: 6379}]}}"
            )
            .Holding(
                "more.yaml",
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: queue}, spec: {defaultBackend: {service: {name: queue, port: {number: 6379}}}}}"
            )
            .Judge("redis.not-routed")
            .Status.ShouldBe(Status.Fail);

    [TestCase("\"true\"", Status.Fail)]
    [TestCase("\"false\"", Status.Pass)]
    public void A_label_makes_a_worker_reachable(string value, Status expected) =>
        Sample
            .Reference.With("worker.deployment.yaml", "      labels:\n", $"      labels:\n        traefik.enable: {value}\n")
            .Judge("worker.not-routed")
            .Status.ShouldBe(expected);
}
