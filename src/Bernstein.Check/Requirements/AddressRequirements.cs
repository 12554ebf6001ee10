using System.Globalization;
using Bernstein.Check.Application;
using Bernstein.Check.Kubernetes;
using Bernstein.Check.Manifests;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Requirements;

/// <summary>The addresses that workloads are given must be those of the Services.</summary>
internal static class AddressRequirements
{
    internal static Requirement RedisHost() => Host(Component.Redis, "REDIS_HOST", [Component.Poll, Component.Worker]);

    internal static Requirement PostgresHost() => Host(Component.Postgres, "POSTGRES_HOST", [Component.Worker, Component.Result]);

    internal static Requirement PostgresPort() =>
        new(
            "wiring.postgres-port",
            Severity.Wiring,
            "POSTGRES_PORT, where the worker and result have it, is a port of the postgres Service.",
            "The worker and result reach nobody, and no vote is ever counted.",
            "Set POSTGRES_PORT to the port of the Service in postgres.service.yaml: \"5432\".",
            submission =>
                Judge(
                    submission,
                    Component.Postgres,
                    "POSTGRES_PORT",
                    [Component.Worker, Component.Result],
                    (service, value, _) =>
                        service
                            .Root.At("spec.ports")
                            .Items.Any(port => port["port"].Number?.ToString(CultureInfo.InvariantCulture) == value)
                )
        );

    private static Requirement Host(Component target, string variable, IReadOnlyList<Component> users) =>
        new(
            $"wiring.{target.Name}-host",
            Severity.Wiring,
            $"{variable} names the {target.Name} Service.",
            "The name leads nowhere, and no vote is ever counted.",
            $"Set {variable} to the name of the Service in {target.ServiceFile}: {target.Name}.",
            submission => Judge(submission, target, variable, users, Names)
        );

    private static Verdict Judge(
        Submission submission,
        Component target,
        string variable,
        IReadOnlyList<Component> users,
        Func<KubernetesObject, string, string, bool> fits
    )
    {
        var services = submission.ServicesOf(target);
        var values = users
            .Select(submission.WorkloadOf)
            .OfType<Workload>()
            .Select(workload => (Workload: workload, Variable: Variable.Find(submission.Manifests, workload, variable)))
            .Where(found => found.Variable?.Value is { Length: > 0 })
            .ToArray();
        if (services.Count == 0 || values.Length == 0)
        {
            return Verdict.NotJudged(services.Count == 0 ? $"there is no {target.Name} Service" : $"no workload has {variable}");
        }

        return Verdict.Of(
            values
                .Where(found => !services.Any(service => fits(service, found.Variable!.Value!, found.Workload.Manifest.Namespace)))
                .Select(found => new Finding(
                    $"{variable} of {found.Workload.Manifest} is {found.Variable!.Value} ({found.Variable.Origin}); the Service is {services[0].Name}, with the ports {string.Join(", ", services[0].Root.At("spec.ports").Items.Select(port => port["port"].Text))}",
                    found.Variable.Location
                ))
        );
    }

    // redis · redis.default · redis.default.svc · redis.default.svc.cluster.local. Only the last is complete, and so may end with the
    // root's dot.
    private static bool Names(KubernetesObject service, string value, string @namespace)
    {
        var full = $"{service.Name}.{service.Namespace}";
        return (value == service.Name && @namespace == service.Namespace)
            || new[] { full, $"{full}.svc", $"{full}.svc.cluster.local", $"{full}.svc.cluster.local." }.Contains(value);
    }
}
