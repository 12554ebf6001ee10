namespace Bernstein.Kubernetes.Values;

/// <summary>The names by which a Service is found.</summary>
public static class ServiceName
{
    /// <summary>
    /// Whether a name leads to a Service from within a namespace: <c>redis</c>, <c>redis.default</c>, <c>redis.default.svc</c>,
    /// <c>redis.default.svc.cluster.local</c>. Only the last is complete, and so may end with the root's dot.
    /// </summary>
    public static bool Leads(KubernetesObject service, string name, string from)
    {
        var full = $"{service.Name}.{service.Namespace}";
        return (name == service.Name && from == service.Namespace)
            || new[] { full, $"{full}.svc", $"{full}.svc.cluster.local", $"{full}.svc.cluster.local." }.Contains(name);
    }

    /// <summary>The host in an address such as <c>postgresql://user@postgres:5432/votes</c> or <c>redis:6379</c>; a bare name itself.</summary>
    public static string HostIn(string address)
    {
        var rest = address[(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        var authority = rest.Split('/', '?')[0];
        return authority[(authority.LastIndexOf('@') + 1)..].Split(':')[0];
    }
}
