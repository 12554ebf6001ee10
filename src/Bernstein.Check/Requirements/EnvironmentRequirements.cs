namespace Bernstein.Check.Requirements;

/// <summary>The environment variables of the workloads, and where they come from.</summary>
internal static class EnvironmentRequirements
{
    private static readonly string[] Shared = ["REDIS_HOST", "POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_DB"];
    private static readonly string[] Credentials = ["POSTGRES_USER", "POSTGRES_PASSWORD"];

    internal static IEnumerable<Requirement> Of(Component component) =>
        component.Variables.Select(name =>
            ComponentRequirement.Workload(
                component,
                $"env.{name}",
                $"{component.Name} has the environment variable {name}.",
                $"{component.Name} does not know where its data are, and exits or waits forever.",
                Mend(component, name),
                (submission, workload) => Judge(submission, component, workload, name)
            )
        );

    internal static Requirement ConfigShared() =>
        new(
            "config.shared",
            Severity.Specification,
            "The environment variables that workloads share come from ConfigMaps.",
            "A value written in several workloads is changed in one and forgotten in another.",
            "Take REDIS_HOST, POSTGRES_HOST, POSTGRES_PORT and POSTGRES_DB with valueFrom.configMapKeyRef (or envFrom) from redis.configmap.yaml and postgres.configmap.yaml.",
            submission => Verdict.Of(From(submission, Shared, VariableSource.ConfigMap, "a ConfigMap"))
        );

    internal static Requirement ConfigCredentials() =>
        new(
            "config.credentials",
            Severity.Specification,
            "POSTGRES_USER and POSTGRES_PASSWORD come from a Secret.",
            "Everybody who may read a workload or a ConfigMap can read the password.",
            "Take POSTGRES_USER and POSTGRES_PASSWORD with valueFrom.secretKeyRef (or envFrom.secretRef) from postgres.secret.yaml.",
            submission => Verdict.Of(From(submission, Credentials, VariableSource.Secret, "a Secret"))
        );

    private static string Mend(Component component, string name)
    {
        var (reference, file) =
            Credentials.Contains(name) ? ("secretKeyRef", "postgres.secret.yaml")
            : name == "REDIS_HOST" ? ("configMapKeyRef", "redis.configmap.yaml")
            : ("configMapKeyRef", "postgres.configmap.yaml");
        return $"Add {name} to the env of the first container of {component.WorkloadFile}, with valueFrom.{reference} to a key that is in {file}.";
    }

    private static Verdict Judge(Submission submission, Component component, Workload workload, string name)
    {
        Mend? Mended(Variable? found) => EnvironmentMends.Of(submission, component, workload, name, found);

        var likely = Credentials.Contains(name) ? VariableSource.Secret : VariableSource.ConfigMap;
        if (Variable.Find(submission.Manifests, workload, name, likely) is not { } variable)
        {
            var env = workload.Container["env"];
            return Verdict.Fail($"{name} is not set", (env.IsSet ? env : workload.Container).Location, () => Mended(null));
        }

        return variable switch
        {
            { Value: { Length: > 0 } } => Verdict.Pass,
            { Value: null, Holder: var (kind, holder, _) }
                when submission.Manifests.Find(kind, workload.Manifest.Namespace, holder) is null
                    && submission.Unread(kind, holder) is { } unread => Verdict.Of([unread]),
            { Value: null, Holder: var (kind, holder, key) } => Verdict.Of([
                new Finding(
                    $"{name} is taken from the {variable.Origin}, {submission.Manifests.WhyNot(kind, workload.Manifest.Namespace, holder, key)}",
                    variable.Location
                )
                {
                    MendBy = () => Mended(variable),
                    MayBeElsewhere = !submission.Manifests.OfKind(kind).Any(found => found.Name == holder),
                },
            ]),
            { Source: VariableSource.Field } => Verdict.Fail(
                $"{name} is taken from a field of the pod, which does not contain it",
                variable.Location,
                () => Mended(variable)
            ),
            _ => Verdict.Fail($"{name} is empty ({variable.Origin})", variable.Location, () => Mended(variable)),
        };
    }

    private static IEnumerable<Finding> From(Submission submission, string[] names, VariableSource source, string asked)
    {
        foreach (var component in Component.All.Where(component => component.Variables.Intersect(names).Any()))
        {
            if (submission.WorkloadOf(component) is not { } workload)
            {
                yield return ComponentRequirement.NoWorkload(submission, component).Findings[0];
                continue;
            }

            foreach (var name in component.Variables.Intersect(names))
            {
                var variable = Variable.Find(submission.Manifests, workload, name, source);
                if (variable?.Source != source)
                {
                    yield return new Finding(
                        $"{component.Name} takes {name} from {variable?.Origin ?? "nowhere"}; asked for is {asked}",
                        variable?.Location ?? workload.Container.Location
                    )
                    {
                        MendBy = () =>
                            variable is null
                                ? EnvironmentMends.Of(submission, component, workload, name, null)
                                : EnvironmentMends.From(submission, workload, name, variable),
                    };
                }
            }
        }
    }
}
