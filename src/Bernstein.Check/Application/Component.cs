namespace Bernstein.Check.Application;

/// <summary>One of the seven components of the application, with what the specification fixes about it.</summary>
/// <param name="Name">Its name, which begins the names of its files.</param>
/// <param name="Image">The image of its first container.</param>
/// <param name="Namespace">Where its namespaced objects live.</param>
/// <param name="Ports">The ports that it exposes.</param>
/// <param name="Replicas">How many instances run; null for one a node.</param>
/// <param name="Memory">The limit of its memory, as written in the specification; null for none.</param>
/// <param name="Host">The host name that leads to it; null where it must not be reachable through Traefik, or is Traefik.</param>
/// <param name="Variables">The environment variables that its container needs.</param>
public sealed record Component(
    string Name,
    string Image,
    string Namespace,
    IReadOnlyList<int> Ports,
    int? Replicas,
    string? Memory,
    string? Host,
    params IReadOnlyList<string> Variables
)
{
    private static readonly string[] OfPostgres = ["POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD"];

    /// <summary>Queue of votes waiting for the worker.</summary>
    public static Component Redis { get; } = new("redis", "redis:5.0", "default", [6379], 1, null, null);

    /// <summary>Database that keeps the votes.</summary>
    public static Component Postgres { get; } = new("postgres", "postgres:12", "default", [5432], 1, null, null, OfPostgres);

    /// <summary>Page that takes a vote.</summary>
    public static Component Poll { get; } =
        new("poll", "epitechcontent/t-dop-600-poll:k8s", "default", [80], 2, "128M", "poll.dop.io", "REDIS_HOST");

    /// <summary>Moves votes from redis to postgres.</summary>
    public static Component Worker { get; } =
        new("worker", "epitechcontent/t-dop-600-worker:k8s", "default", [], 1, "256M", null, ["REDIS_HOST", .. OfPostgres]);

    /// <summary>Page that shows the count.</summary>
    public static Component Result { get; } =
        new("result", "epitechcontent/t-dop-600-result:k8s", "default", [80], 2, "128M", "result.dop.io", OfPostgres);

    /// <summary>Reverse proxy and load balancer.</summary>
    public static Component Traefik { get; } = new("traefik", "traefik:1.7", "kube-public", [80, 8080], 2, null, null);

    /// <summary>Resource use of every container.</summary>
    public static Component Cadvisor { get; } = new("cadvisor", "google/cadvisor:latest", "kube-system", [8080], null, null, null);

    /// <summary>All seven, in the order of the specification.</summary>
    public static IReadOnlyList<Component> All { get; } = [Redis, Postgres, Poll, Worker, Result, Traefik, Cadvisor];

    /// <summary>The kind of its workload.</summary>
    public string Kind => Replicas is null ? "DaemonSet" : "Deployment";

    /// <summary>The flat file that holds its workload.</summary>
    public string WorkloadFile => $"{Name}.{Kind.ToLowerInvariant()}.yaml";

    /// <summary>The file that holds its Service.</summary>
    public string ServiceFile => $"{Name}.service.yaml";

    /// <summary>The file that holds its Ingress.</summary>
    public string IngressFile => $"{Name}.ingress.yaml";

    /// <summary>Whether a Service file of its own is among the flat files.</summary>
    public bool HasService => FlatFiles.Names.Contains(ServiceFile);

    /// <summary>The component that begins the name of a file, or an identifier; null for none.</summary>
    internal static Component? Of(string name) =>
        All.FirstOrDefault(component => name.StartsWith(component.Name + ".", StringComparison.Ordinal));
}
