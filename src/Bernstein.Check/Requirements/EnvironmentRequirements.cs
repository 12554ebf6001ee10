namespace Bernstein.Check.Requirements;

/// <summary>The environment variables of the workloads, and where they come from.</summary>
internal static class EnvironmentRequirements
{
    internal static Offenders Has(string name) => (submission, component, workload) => WhyNot(submission, component, workload, name);

    internal static Verdict Shared(Submission submission) =>
        Verdict.Of(Component.All.SelectMany(component => From(submission, component, VariableSource.ConfigMap, "a ConfigMap")));

    internal static Verdict Credentials(Submission submission) =>
        Verdict.Of(Component.All.SelectMany(component => From(submission, component, VariableSource.Secret, "a Secret")));

    private static IEnumerable<Finding> WhyNot(Submission submission, Component component, Workload workload, string name)
    {
        var likely = ExpectedValues.IsSecret(name) ? VariableSource.Secret : VariableSource.ConfigMap;
        if (Variable.Find(submission.Manifests, workload, name, likely) is not { } variable)
        {
            return [workload.Container.RefusedNear("env", $"{name} is not set", () => Mended(null))];
        }

        Finding Refused(string message) => variable.Entry.Refused(message, () => Mended(variable));
        return variable switch
        {
            { Value.Length: > 0 } => [],
            { Value: null, Holder: var (kind, holder, key) } =>
            [
                IsUnread(kind, holder)
                    ?? Refused(
                        $"{name} is taken from the {variable.Origin}, {submission.Manifests.WhyNot(kind, workload.Manifest.Namespace, holder, key)}"
                    ) with
                    {
                        MayBeElsewhere = !submission.Manifests.OfKind(kind).Any(found => found.Name == holder),
                    },
            ],
            { Source: VariableSource.Field } => [Refused($"{name} is taken from a field of the pod, which does not contain it")],
            _ => [Refused($"{name} is empty ({variable.Origin})")],
        };

        Mend? Mended(Variable? found) => EnvironmentMends.Of(submission, component, workload, name, found);

        Finding? IsUnread(string kind, string holder) =>
            submission.Manifests.Find(kind, workload.Manifest.Namespace, holder) is null ? submission.Unread(kind, holder) : null;
    }

    private static IEnumerable<Finding> From(Submission submission, Component component, VariableSource source, string asked)
    {
        var names = component.Variables.Where(name => ExpectedValues.IsSecret(name) == (source == VariableSource.Secret)).ToArray();
        return names.Length == 0 ? []
            : submission.WorkloadOf(component) is not { } workload ? [ComponentRequirement.NoWorkload(submission, component)]
            :
            [
                .. from name in names
                let variable = Variable.Find(submission.Manifests, workload, name, source)
                where variable?.Source != source
                select (variable?.Entry ?? workload.Container).Refused(
                    $"{component.Name} takes {name} from {variable?.Origin ?? "nowhere"}; asked for is {asked}",
                    () =>
                        variable?.Value is null
                            ? EnvironmentMends.Of(submission, component, workload, name, variable)
                            : EnvironmentMends.From(submission, workload, name, variable)
                ),
            ];
    }
}
