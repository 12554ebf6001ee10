namespace Bernstein.Check.Requirements;

/// <summary>What is wrong with the workload of a component.</summary>
internal delegate IEnumerable<Finding> Offenders(Submission submission, Component component, Workload workload);

/// <summary>Makes requirements of the specification that are judged on a component's workload, and says what is there when it is not.</summary>
internal static class ComponentRequirement
{
    internal static Requirement Of(Component component, string name, Offenders offenders) =>
        new(
            $"{component.Name}.{name}",
            submission =>
                submission.WorkloadOf(component) is not { } workload ? Verdict.Of(NoWorkload(submission, component))
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

    /// <summary>The same of what does not belong to the component: without its workload, it is not judged.</summary>
    internal static Requirement Where(Component component, string identifier, Offenders offenders) =>
        new(
            identifier,
            submission =>
                submission.WorkloadOf(component) is { } workload
                    ? Verdict.Of(offenders(submission, component, workload))
                    : Verdict.NotJudged($"there is no {component.Name}")
        );

    /// <summary>What is said of a component without a workload.</summary>
    internal static Finding NoWorkload(Submission submission, Component component)
    {
        var file = component.WorkloadFile;
        if (submission.Unread(file) is { } unread)
        {
            return unread;
        }

        if (submission.Manifests.File(file) is { Objects: var objects })
        {
            return new Finding(
                $"{file} holds {(objects.Count == 0 ? "nothing" : string.Join(", ", objects))}, and no {component.Kind}",
                new Location(file, 1)
            )
            {
                MendBy = () => FileMends.Workload(submission, component),
            };
        }

        var alike = submission.Manifests.Objects.FirstOrDefault(found => LooksLike(found, component));
        return NoFile(submission, file, alike is null ? "" : $"; {alike} is in {alike.Root.Location}");
    }

    /// <summary>What is said of a flat file without an object of a kind.</summary>
    /// <param name="submission">All that is there.</param>
    /// <param name="file">The file.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="place">Where it is said, if the file is there.</param>
    /// <param name="mend">How it is mended then.</param>
    internal static Finding NoObject(Submission submission, string file, string kind, Location? place, Func<Mend?> mend) =>
        submission.Unread(file)
        ?? (
            submission.Manifests.File(file) is null
                ? NoFile(submission, file)
                : new Finding(submission.Lacks(file, kind), place) { MendBy = mend }
        );

    private static Finding NoFile(Submission submission, string file, string hint = "") =>
        new($"there is no file {file}{hint}") { MendBy = () => FileMends.Of(submission, file) };

    private static bool LooksLike(KubernetesObject found, Component component) =>
        Workload.Of(found) is not null && found.Name.Contains(component.Name, StringComparison.OrdinalIgnoreCase);
}
