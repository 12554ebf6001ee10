namespace Bernstein.Check.Requirements;

/// <summary>Makes requirements of the specification that are judged on a component's workload, and says what is there when it is not.</summary>
internal static class ComponentRequirement
{
    internal static Requirement Workload(
        Component component,
        string name,
        string sentence,
        string protects,
        string mend,
        Func<Submission, Workload, Verdict> judge
    ) =>
        new(
            $"{component.Name}.{name}",
            Severity.Specification,
            sentence,
            protects,
            mend,
            submission =>
                submission.WorkloadOf(component) is { } workload
                    ? OfOwn(submission, component, workload, judge(submission, workload))
                    : NoWorkload(submission, component)
        );

    // What fails because another component's workload stands there is said as that.
    private static Verdict OfOwn(Submission submission, Component component, Workload workload, Verdict verdict) =>
        verdict.Status == Status.Fail && ExchangeMends.Stranger(submission, component) is { } other
            ? Verdict.Fail(
                $"{component.WorkloadFile} holds {workload.Manifest}, which is the {other.Kind} of {other.Name}",
                workload.Manifest.Root.Location,
                () => ExchangeMends.Of(submission, component, other)
            )
            : verdict;

    internal static Verdict NoWorkload(Submission submission, Component component)
    {
        if (submission.Unread(component.WorkloadFile) is { } unread)
        {
            return Verdict.Of([unread]);
        }

        var alike = submission.Manifests.Objects.FirstOrDefault(found => LooksLike(found, component));
        var hint = alike is null ? "" : $"; {alike} is in {alike.Root.Location}";
        if (submission.Manifests.File(component.WorkloadFile) is not { } file)
        {
            return Verdict.Fail(
                $"there is no file {component.WorkloadFile}{hint}",
                mend: () => FileMends.Of(submission, component.WorkloadFile)
            );
        }

        var kinds = file.Objects.Count == 0 ? "nothing" : string.Join(", ", file.Objects);
        return Verdict.Fail(
            $"{component.WorkloadFile} holds {kinds}, and no {component.Kind}",
            new Location(file.Path, 1),
            () => FileMends.Workload(submission, component)
        );
    }

    private static bool LooksLike(KubernetesObject found, Component component) =>
        Bernstein.Kubernetes.Objects.Workload.Of(found) is not null
        && found.Name.Contains(component.Name, StringComparison.OrdinalIgnoreCase);
}
