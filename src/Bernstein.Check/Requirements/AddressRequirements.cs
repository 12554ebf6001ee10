namespace Bernstein.Check.Requirements;

/// <summary>The address of a component's Service, which the workloads of others are given in a variable, must lead to it.</summary>
internal sealed class AddressRequirements(Submission submission, Component target, string variable)
{
    private readonly bool _isPort = variable == "POSTGRES_PORT";

    internal static Func<Submission, Verdict> Leads(Component target, string variable) =>
        submission => new AddressRequirements(submission, target, variable).Judge();

    private Verdict Judge()
    {
        if (submission.ServicesOf(target) is not [var service, ..] services)
        {
            return Verdict.NotJudged($"there is no {target.Name} Service");
        }

        var values =
            from user in submission.Parts(Component.All)
            where user.Component != target && user.Component.Variables.Contains(variable)
            let found = Variable.Find(submission.Manifests, user.Workload, variable)
            where found is { Value.Length: > 0 }
            select (user.Workload, Variable: found);
        var ports = string.Join(", ", Ports(service).Select(port => port.Text));
        return Verdict.OfEach(
            values,
            $"no workload has {variable}",
            found =>
                found.Variable.Entry.RefusedIf(
                    !services.Any(service => IsRight(service, found.Variable.Value!, found.Workload.Manifest.Namespace)),
                    () =>
                        $"{variable} of {found.Workload.Manifest} is {found.Variable.Value} ({found.Variable.Origin}); the Service is {service.Name}, with the ports {ports}",
                    () => Mended(found.Workload, found.Variable, service)
                )
        );
    }

    private bool IsRight(KubernetesObject service, string value, string from) =>
        _isPort ? Ports(service).Any(port => $"{port.Number}" == value) : ServiceName.Leads(service, value, from);

    private static IEnumerable<Node> Ports(KubernetesObject service) => service.Root.At("spec.ports").Items.Select(port => port["port"]);

    // The Service may be where nobody looks for it, or have another port; else what is written is wrong.
    private Mend? Mended(Workload workload, Variable found, KubernetesObject service)
    {
        if (service.Namespace != target.Namespace)
        {
            return ExpectedValues.Set(service, "metadata.namespace", target.Namespace);
        }

        var hasPort = Ports(service).Any(port => port.Number == target.Ports[0]);
        var value = _isPort ? $"{target.Ports[0]}" : ExpectedValues.Host(submission, target, workload.Manifest.Namespace);
        var mend = EnvironmentMends.SetValue(submission, workload, variable, found, value);
        return !_isPort || hasPort || submission.WorkloadOf(target) is not { } server ? mend
            : PortMends.Of(submission, target, server, target.Ports[0]) is var ports && found.Value == value ? ports
            : Mend.Of($"{mend?.Sentence} {ports.Sentence}", [.. mend?.Edits ?? [], .. ports.Edits]);
    }
}
