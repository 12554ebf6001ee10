namespace Bernstein.Check.Requirements;

/// <summary>
/// Which major versions of Traefik know an option of the command line. Traefik ends at once where it gets one that it does not know.
/// From its source: <c>configuration.GlobalConfiguration</c> and <c>api.Handler</c> of 1.7, <c>pkg/config/static</c> of 2.11 and 3.7, and
/// what <c>pkg/cli/deprecation.go</c> of 3.7 refuses.
/// </summary>
internal static class TraefikOptions
{
    private const int Newest = int.MaxValue;

    /// <summary>
    /// An option stands for those below it too, unless a longer one says otherwise; with a dot at its end it stands for those alone.
    /// What is not here is known to every version, or to none.
    /// </summary>
    private static readonly (int First, int Last, string[] Options)[] Table =
    [
        (1, 1, ["lifecycle", "gracetimeout", "debug", "loglevel", "traefiklog", "traefiklogsfile", "accesslogsfile", "checknewversion"]),
        (1, 1, ["sendanonymoususage", "entrypoints", "defaultentrypoints", "cluster", "constraints", "acme", "retry", "healthcheck"]),
        (1, 1, ["providersthrottleduration", "respondingtimeouts", "forwardingtimeouts", "idletimeout", "maxidleconnsperhost", "rootcas"]),
        (1, 1, ["insecureskipverify", "allowminweightzero", "keeptrailingslash", "web", "api.entrypoint", "api.statistics"]),
        (1, 1, ["kubernetes", "docker", "file", "rest", "consul", "consulcatalog", "etcd", "zookeeper", "boltdb", "marathon", "mesos"]),
        (1, 1, ["eureka", "ecs", "rancher", "dynamodb", "servicefabric", "tracing.backend"]),
        (1, 2, ["tracing.spannamelimit", "tracing.jaeger", "tracing.zipkin", "tracing.datadog", "metrics.influxdb"]),
        (2, 2, ["pilot", "experimental.http3", "providers.marathon", "providers.rancher", "providers.docker.swarmmode"]),
        (2, 2, ["tracing.instana", "tracing.haystack", "tracing.elastic"]),
        (2, Newest, ["global", "log", "entrypoints.", "providers", "serverstransport", "certificatesresolvers", "experimental"]),
        (2, Newest, ["api.insecure", "api.disabledashboardad", "ping.manualrouting", "ping.terminatingstatuscode", "metrics.influxdb2"]),
        (3, Newest, ["core", "ocsp", "spiffe", "tcpserverstransport", "api.basepath", "api.dashboardname", "tracing.otlp", "metrics.otlp"]),
        (3, Newest, ["providers.swarm", "providers.knative", "providers.kubernetesingressnginx"]),
    ];

    /// <summary>The versions that know an argument where a version does not: <c>Traefik 2 and later</c>. Null where it knows it too.</summary>
    /// <param name="argument">The argument, such as <c>--api.insecure=true</c>; letter case does not matter.</param>
    /// <param name="major">The major version that gets it.</param>
    internal static string? Owner(string argument, int major)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return null;
        }

        var option = argument[2..].Split('=')[0].ToLowerInvariant();
        var (first, last, _) = (
            from row in Table
            from known in row.Options
            where option == known || option.StartsWith(known.TrimEnd('.') + ".", StringComparison.Ordinal)
            orderby known.Length descending
            select (row.First, row.Last, known)
        ).FirstOrDefault((First: 0, Last: Newest, known: ""));
        return major >= first && major <= last ? null
            : first == last ? $"Traefik {first}"
            : last == Newest ? $"Traefik {first} and later"
            : $"Traefik {first} and {last}";
    }
}
