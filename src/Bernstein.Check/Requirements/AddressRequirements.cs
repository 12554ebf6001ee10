namespace Bernstein.Check.Requirements;

/// <summary>The addresses that workloads are given must be those of the Services.</summary>
/// <param name="submission">What is judged.</param>
/// <param name="target">The component whose Service is meant.</param>
/// <param name="variable">The variable that holds the address.</param>
/// <param name="users">The components that have it.</param>
internal sealed class AddressRequirements(Submission submission, Component target, string variable, Component[] users)
{
    internal static Verdict RedisHost(Submission submission) =>
        new AddressRequirements(submission, Component.Redis, "REDIS_HOST", [Component.Poll, Component.Worker]).Judge(ServiceName.Leads);

    internal static Verdict PostgresHost(Submission submission) => OfPostgres(submission, "POSTGRES_HOST").Judge(ServiceName.Leads);

    internal static Verdict PostgresPort(Submission submission) =>
        OfPostgres(submission, "POSTGRES_PORT")
            .Judge((service, value, _) => Ports(service).Any(port => port.Number?.ToString(CultureInfo.InvariantCulture) == value));

    private static AddressRequirements OfPostgres(Submission submission, string variable) =>
        new(submission, Component.Postgres, variable, [Component.Worker, Component.Result]);

    private Verdict Judge(Func<KubernetesObject, string, string, bool> fits)
    {
        if (submission.ServicesOf(target) is not [var service, ..] services)
        {
            return Verdict.NotJudged($"there is no {target.Name} Service");
        }

        var values =
            from workload in users.Select(submission.WorkloadOf).OfType<Workload>()
            let found = Variable.Find(submission.Manifests, workload, variable)
            where found is { Value.Length: > 0 }
            select (Workload: workload, Variable: found!);
        var ports = string.Join(", ", Ports(service).Select(port => port.Text));
        return Verdict.OfEach(
            values,
            $"no workload has {variable}",
            found =>
                found.Variable.Entry.RefusedIf(
                    !services.Any(service => fits(service, found.Variable.Value!, found.Workload.Manifest.Namespace)),
                    () =>
                        $"{variable} of {found.Workload.Manifest} is {found.Variable.Value} ({found.Variable.Origin}); the Service is {service.Name}, with the ports {ports}",
                    () => Mended(found.Workload, found.Variable, service)
                )
        );
    }

    private static IEnumerable<Node> Ports(KubernetesObject service) => service.Root.At("spec.ports").Items.Select(port => port["port"]);

    // The Service may be where nobody looks for it, or have another port; else what is written is wrong.
    private Mend? Mended(Workload workload, Variable found, KubernetesObject service)
    {
        if (service.Namespace != target.Namespace)
        {
            return ExpectedValues.Set(service, "metadata.namespace", target.Namespace);
        }

        var isPort = variable == "POSTGRES_PORT";
        var hasPort = Ports(service).Any(port => port.Number == target.Ports[0]);
        var value = isPort ? $"{target.Ports[0]}" : ExpectedValues.Host(submission, target, workload.Manifest.Namespace);
        var mend = EnvironmentMends.SetValue(submission, workload, variable, found, value);
        return !isPort || hasPort || submission.WorkloadOf(target) is not { } server ? mend
            : PortMends.Of(submission, target, server, target.Ports[0]) is var ports && found.Value == value ? ports
            : Mend.Of($"{mend?.Sentence} {ports.Sentence}", [.. mend?.Edits ?? [], .. ports.Edits]);
    }
}
