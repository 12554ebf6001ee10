namespace Bernstein.Kubernetes.Tests.Objects;

public sealed class IngressBackendTests
{
    [TestCase("networking.k8s.io/v1", "service: {name: b, port: {number: 80}}", "80")]
    [TestCase("networking.k8s.io/v1", "service: {name: b, port: {name: http}}", "http")]
    [TestCase("extensions/v1beta1", "serviceName: b, servicePort: 80", "80")]
    public void A_backend_is_read_in_both_forms(string api, string written, string port)
    {
        var ingress = Manifest.Object(
            $"apiVersion: {api}\nkind: Ingress\nspec: {{rules: [{{http: {{paths: [{{path: /, backend: {{{written}}}}}]}}}}]}}\n"
        );
        var backend = IngressBackend.Of(ingress).ShouldHaveSingleItem();
        (backend.Service, backend.Port.Text).ShouldBe(("b", port));
    }
}
