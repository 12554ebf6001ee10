namespace Bernstein.Check.Manifests;

/// <summary>The files that a deployment is delivered as.</summary>
public static class FlatFiles
{
    /// <summary>The flat files in the order in which they are applied.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "cadvisor.daemonset.yaml",
        "postgres.secret.yaml", "postgres.configmap.yaml", "postgres.volume.yaml", "postgres.deployment.yaml", "postgres.service.yaml",
        "redis.configmap.yaml", "redis.deployment.yaml", "redis.service.yaml",
        "poll.deployment.yaml", "worker.deployment.yaml", "result.deployment.yaml", "poll.service.yaml", "result.service.yaml",
        "poll.ingress.yaml", "result.ingress.yaml",
        "traefik.rbac.yaml", "traefik.deployment.yaml", "traefik.service.yaml",
    ];
}
