namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class IngressRulesTests
{
    [TestCase($"{Manifest.Ingress}{{}}", "Ingress a.spec has no rules and no default backend; asked for is one of them", null)]
    [TestCase(
        $"{Manifest.Ingress}{{rules: [{{host: 10.0.0.1, http: {{paths: [{{path: /, pathType: Prefix, backend: {{service: {{name: b, port: {{number: 80}}}}}}}}]}}}}]}}",
        "Ingress a.spec.rules[0].host is the address 10.0.0.1; asked for is a DNS name",
        null
    )]
    [TestCase(
        $"{Manifest.Ingress}{{rules: [{{http: {{paths: [{{path: a, pathType: Prefix, backend: {{service: {{name: b, port: {{number: 80}}}}}}}}]}}}}]}}",
        "rules[0].http.paths[0].path is \"a\"; asked for is a path that begins with /",
        "Write path: /a"
    )]
    [TestCase(
        $"{Manifest.Ingress}{{rules: [{{http: {{paths: [{{path: /a//b, pathType: Exact, backend: {{service: {{name: b, port: {{number: 80}}}}}}}}]}}}}]}}",
        "rules[0].http.paths[0].path has //; asked for is a path without it",
        null
    )]
    [TestCase(
        $"{Manifest.Ingress}{{defaultBackend: {{service: {{name: b, port: {{number: 80, name: http}}}}}}}}",
        "defaultBackend.service.port has name and number; asked for is one of them: remove the others",
        null
    )]
    [TestCase(
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a, annotations: {kubernetes.io/ingress.class: c}}\nspec: {ingressClassName: d, defaultBackend: {service: {name: b, port: {number: 80}}}}",
        "Ingress a has the annotation kubernetes.io/ingress.class and ingressClassName; asked for is one of them: remove the annotation",
        "Remove metadata.annotations[\"kubernetes.io/ingress.class\"]."
    )]
    [TestCase(
        $"{Manifest.Ingress}{{defaultBackend: {{}}}}",
        "Ingress a.spec.defaultBackend has no backend; asked for is one of service, resource",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
