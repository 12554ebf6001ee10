namespace Bernstein.Check.Application;

/// <summary>A way on which one part of the application must talk to another.</summary>
/// <param name="From">The one that asks.</param>
/// <param name="To">The one that answers.</param>
/// <param name="Port">The port of its container.</param>
internal sealed record Arrow(Workload From, Workload To, int Port)
{
    private static readonly (Component From, Component To)[] Architecture =
    [
        (Component.Traefik, Component.Poll),
        (Component.Traefik, Component.Result),
        (Component.Poll, Component.Redis),
        (Component.Worker, Component.Redis),
        (Component.Worker, Component.Postgres),
        (Component.Result, Component.Postgres),
    ];

    /// <summary>
    /// Every way that is needed: those of the architecture, and those of whatever else is given the name of the redis or the postgres
    /// Service in a variable: a Job, a backup, a second container.
    /// </summary>
    internal static IReadOnlyList<Arrow> Needed(Submission submission)
    {
        var ways =
            from way in Architecture
            from client in submission.Parts(way.From)
            from server in submission.Parts(way.To)
            select new Arrow(client.Workload, server.Workload, way.To.Ports[0]);
        var others =
            from server in submission.Parts(Component.Redis, Component.Postgres)
            from workload in submission.Workloads
            where workload.Manifest != server.Workload.Manifest && Names(submission, workload, server.Component)
            select new Arrow(workload, server.Workload, server.Component.Ports[0]);
        return [.. ways.Union(others)];
    }

    // What the first container of a component is given says nothing: the architecture does.
    private static bool Names(Submission submission, Workload workload, Component server) =>
        workload
            .Containers.Where(container => !submission.IsComponent(workload) || !ReferenceEquals(container, workload.Container))
            .SelectMany(container => Variable.Values(submission.Manifests, workload.Manifest.Namespace, container))
            .Select(ServiceName.HostIn)
            .Any(host => submission.ServicesOf(server).Any(service => ServiceName.Leads(service, host, workload.Manifest.Namespace)));
}
