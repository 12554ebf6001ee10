namespace Bernstein.Kubernetes.Objects;

/// <summary>
/// Where an Ingress leads to: <c>service.name</c> and <c>service.port</c>, or <c>serviceName</c> and <c>servicePort</c> before
/// networking.k8s.io/v1.
/// </summary>
/// <param name="Node">The backend as it is written.</param>
public sealed record IngressBackend(Node Node)
{
    /// <summary>The name of the Service; empty where none is written.</summary>
    public string Service => Node.At("service.name").Text ?? Node["serviceName"].Text ?? "";

    /// <summary>The number or the name of the port.</summary>
    public Node Port =>
        new[] { Node.At("service.port.number"), Node.At("service.port.name") }.FirstOrDefault(port => port.IsSet, Node["servicePort"]);

    /// <summary>Every backend of an Ingress, the default one first.</summary>
    public static IEnumerable<IngressBackend> Of(KubernetesObject ingress)
    {
        var spec = ingress.Root["spec"];
        return new[] { spec["backend"], spec["defaultBackend"] }
            .Concat(spec["rules"].Items.SelectMany(rule => rule.At("http.paths").Items).Select(path => path["backend"]))
            .Where(backend => backend.IsSet)
            .Select(backend => new IngressBackend(backend));
    }
}
