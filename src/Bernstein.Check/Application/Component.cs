namespace Bernstein.Check.Application;

/// <summary>One of the seven components of the application, with what the specification fixes about it.</summary>
/// <param name="Name">Its name, which begins the names of its files.</param>
/// <param name="Kind">The kind of its workload.</param>
/// <param name="Image">The image of its first container.</param>
/// <param name="Namespace">Where its namespaced objects live.</param>
/// <param name="Ports">The ports that it exposes.</param>
/// <param name="HasService">Whether a Service file of its own is among the flat files.</param>
/// <param name="Replicas">How many instances run; null for one a node.</param>
/// <param name="Memory">The limit of its memory, as written in the specification; null for none.</param>
/// <param name="Host">The host name that leads to it; null where it must not be reachable through Traefik, or is Traefik.</param>
public sealed record Component(
    string Name,
    string Kind,
    string Image,
    string Namespace,
    IReadOnlyList<int> Ports,
    bool HasService,
    int? Replicas,
    string? Memory = null,
    string? Host = null
)
{
    private static readonly string[] PostgresVariables =
    [
        "POSTGRES_HOST",
        "POSTGRES_PORT",
        "POSTGRES_DB",
        "POSTGRES_USER",
        "POSTGRES_PASSWORD",
    ];

    /// <summary>Queue of votes waiting for the worker.</summary>
    public static Component Redis { get; } = new("redis", "Deployment", "redis:5.0", "default", [6379], true, 1);

    /// <summary>Database that keeps the votes.</summary>
    public static Component Postgres { get; } =
        new("postgres", "Deployment", "postgres:12", "default", [5432], true, 1) { Variables = PostgresVariables };

    /// <summary>Page that takes a vote.</summary>
    public static Component Poll { get; } =
        new("poll", "Deployment", "epitechcontent/t-dop-600-poll:k8s", "default", [80], true, 2, "128M", "poll.dop.io")
        {
            Variables = ["REDIS_HOST"],
        };

    /// <summary>Moves votes from redis to postgres.</summary>
    public static Component Worker { get; } =
        new("worker", "Deployment", "epitechcontent/t-dop-600-worker:k8s", "default", [], false, 1, "256M")
        {
            Variables = ["REDIS_HOST", .. PostgresVariables],
        };

    /// <summary>Page that shows the count.</summary>
    public static Component Result { get; } =
        new("result", "Deployment", "epitechcontent/t-dop-600-result:k8s", "default", [80], true, 2, "128M", "result.dop.io")
        {
            Variables = PostgresVariables,
        };

    /// <summary>Reverse proxy and load balancer.</summary>
    public static Component Traefik { get; } = new("traefik", "Deployment", "traefik:1.7", "kube-public", [80, 8080], true, 2);

    /// <summary>Resource use of every container.</summary>
    public static Component Cadvisor { get; } = new("cadvisor", "DaemonSet", "google/cadvisor:latest", "kube-system", [8080], false, null);

    /// <summary>All seven, in the order of the specification.</summary>
    public static IReadOnlyList<Component> All { get; } = [Redis, Postgres, Poll, Worker, Result, Traefik, Cadvisor];

    /// <summary>The environment variables that its container needs.</summary>
    public IReadOnlyList<string> Variables { get; private init; } = [];

    /// <summary>The flat file that holds its workload.</summary>
    public string WorkloadFile => $"{Name}.{Kind.ToLowerInvariant()}.yaml";

    /// <summary>The flat file that holds its Service, where it has one.</summary>
    public string ServiceFile => $"{Name}.service.yaml";

    /// <summary>The flat file that holds its Ingress, where it has one.</summary>
    public string IngressFile => $"{Name}.ingress.yaml";
}
