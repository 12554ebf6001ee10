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
            "Set POSTGRES_PORT to the port of the Service in postgres.service.yaml.",
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
            $"Set {variable} to the name of the Service that is in {target.ServiceFile}.",
            submission => Judge(submission, target, variable, users, ServiceName.Leads)
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
                )
                {
                    MendBy = () => Mend(submission, target, variable, found.Workload, found.Variable, services[0]),
                })
        );
    }

    // The Service may be where nobody looks for it, or have another port; else what is written is wrong.
    private static Mend? Mend(
        Submission submission,
        Component target,
        string variable,
        Workload workload,
        Variable found,
        KubernetesObject service
    )
    {
        if (service.Namespace != target.Namespace)
        {
            return ExpectedValues.Set(service, "metadata.namespace", target.Namespace);
        }

        var isPort = variable == "POSTGRES_PORT";
        var hasPort = service.Root.At("spec.ports").Items.Any(port => port["port"].Number == target.Ports[0]);
        var value = isPort ? $"{target.Ports[0]}" : ExpectedValues.Host(submission, target, workload.Manifest.Namespace);
        var mend = EnvironmentMends.SetValue(submission, workload, variable, found, value);
        return !isPort || hasPort || submission.WorkloadOf(target) is not { } server ? mend
            : PortMends.Of(submission, target, server, target.Ports[0]) is var ports && found.Value == value ? ports
            : Bernstein.Kubernetes.Yaml.Mend.Of($"{mend?.Sentence} {ports.Sentence}", [.. mend?.Edits ?? [], .. ports.Edits]);
    }
}
