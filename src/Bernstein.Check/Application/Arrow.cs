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
    internal static IReadOnlyList<Arrow> Needed(Submission submission) =>
        [
            .. (
                from way in Architecture
                let @from = submission.WorkloadOf(way.From)
                let to = submission.WorkloadOf(way.To)
                where @from is not null && to is not null
                select new Arrow(@from, to, way.To.Ports[0])
            )
                .Concat(
                    from server in new[] { Component.Redis, Component.Postgres }
                    let to = submission.WorkloadOf(server)
                    where to is not null
                    from workload in submission.Workloads
                    where workload.Manifest != to.Manifest && Names(submission, workload, server)
                    select new Arrow(workload, to, server.Ports[0])
                )
                .Distinct(),
        ];

    // What the first container of a component is given says nothing: the architecture does.
    private static bool Names(Submission submission, Workload workload, Component server)
    {
        var isComponent = Component.All.Any(component => submission.WorkloadOf(component)?.Manifest == workload.Manifest);
        return workload
            .Containers.Where(container => !isComponent || !ReferenceEquals(container, workload.Container))
            .SelectMany(container => Variable.Values(submission.Manifests, workload.Manifest.Namespace, container))
            .Select(ServiceName.HostIn)
            .Any(host => submission.ServicesOf(server).Any(service => ServiceName.Leads(service, host, workload.Manifest.Namespace)));
    }
}
