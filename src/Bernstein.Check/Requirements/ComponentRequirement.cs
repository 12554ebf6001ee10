namespace Bernstein.Check.Requirements;

/// <summary>What is wrong with the workload of a component.</summary>
internal delegate IEnumerable<Finding> Offenders(Submission submission, Component component, Workload workload);

/// <summary>Makes requirements that are judged on a component's workload.</summary>
internal static class ComponentRequirement
{
    /// <summary>One of the specification: without the workload it fails.</summary>
    internal static Requirement Of(Component component, string name, Offenders offenders) =>
        new(
            $"{component.Name}.{name}",
            submission =>
                submission.WorkloadOf(component) is not { } workload ? Verdict.Of(FileRequirements.NoWorkload(submission, component))
                // What fails because another component's workload stands there is said as that.
                : Verdict.Of(offenders(submission, component, workload)) is var verdict
                && verdict.Status == Status.Fail
                && FileMends.Stranger(submission, component) is { } other
                    ? Verdict.Of(
                        workload.Manifest.Root.Refused(
                            $"{component.WorkloadFile} holds {workload.Manifest}, which is the {other.Kind} of {other.Name}",
                            () => FileMends.Exchange(submission, component, other)
                        )
                    )
                : verdict
        );

    /// <summary>One of what does not belong to the component: without its workload, it is not judged.</summary>
    internal static Requirement Where(Component component, string identifier, Offenders offenders) =>
        new(
            identifier,
            submission =>
                Verdict.OfEach(
                    submission.Parts(component),
                    $"there is no {component.Name}",
                    part => offenders(submission, component, part.Workload)
                )
        );
}
