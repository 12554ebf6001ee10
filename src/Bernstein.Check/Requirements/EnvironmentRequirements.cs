namespace Bernstein.Check.Requirements;

/// <summary>The environment variables of the workloads, and where they come from.</summary>
internal static class EnvironmentRequirements
{
    internal static Offenders Has(string name) => (submission, component, workload) => WhyNot(submission, component, workload, name);

    internal static Func<Submission, Verdict> From(VariableSource source) =>
        submission => Verdict.Of(Component.All.SelectMany(component => From(submission, component, source)));

    private static IEnumerable<Finding> WhyNot(Submission submission, Component component, Workload workload, string name)
    {
        var likely = ExpectedValues.IsSecret(name) ? VariableSource.Secret : VariableSource.ConfigMap;
        var (manifests, scope) = (submission.Manifests, workload.Manifest.Namespace);
        if (Variable.Find(manifests, workload, name, likely) is not { } variable)
        {
            return [workload.Container.Nearest("env").Refused($"{name} is not set", () => Mended(null))];
        }

        return variable switch
        {
            { Value.Length: > 0 } => [],
            { Value: null, Holder: var (kind, holder, key) } =>
            [
                (manifests.Find(kind, scope, holder) is null ? submission.Unread(kind, holder) : null)
                    ?? Refused($"{name} is taken from the {variable.Origin}, {manifests.WhyNot(kind, scope, holder, key)}") with
                    {
                        MayBeElsewhere = !manifests.OfKind(kind).Any(found => found.Name == holder),
                    },
            ],
            { Source: VariableSource.Field } => [Refused($"{name} is taken from a field of the pod, which does not contain it")],
            _ => [Refused($"{name} is empty ({variable.Origin})")],
        };

        Finding Refused(string message) => variable.Entry.Refused(message, () => Mended(variable));

        Mend? Mended(Variable? found) => EnvironmentMends.Of(submission, component, workload, name, found);
    }

    private static IEnumerable<Finding> From(Submission submission, Component component, VariableSource source)
    {
        var names = component.Variables.Where(name => ExpectedValues.IsSecret(name) == (source == VariableSource.Secret)).ToArray();
        return names.Length == 0 ? []
            : submission.WorkloadOf(component) is not { } workload ? [FileRequirements.NoWorkload(submission, component)]
            : from name in names
            let variable = Variable.Find(submission.Manifests, workload, name, source)
            where variable?.Source != source
            select (variable?.Entry ?? workload.Container).Refused(
                $"{component.Name} takes {name} from {variable?.Origin ?? "nowhere"}; asked for is a {source}",
                () =>
                    variable?.Value is null
                        ? EnvironmentMends.Of(submission, component, workload, name, variable)
                        : EnvironmentMends.From(submission, workload, name, variable)
            );
    }
}
