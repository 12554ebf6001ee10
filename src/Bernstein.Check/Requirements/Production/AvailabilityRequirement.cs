namespace Bernstein.Check.Requirements;

/// <summary><c>production.availability</c>: who empties nodes leaves instances running, and is not stopped for ever.</summary>
internal static class AvailabilityRequirement
{
    internal static Verdict Availability(Submission submission)
    {
        var budgets = submission.Manifests.OfKind("PodDisruptionBudget").ToArray();
        var replicated = Replicated(submission).OrderByDescending(found => found.Instances > 1).ToArray();
        var several = replicated.Where(found => found.Instances > 1).ToArray();
        return several.Length + budgets.Length == 0
            ? Verdict.NotJudged("nothing has several instances")
            : Verdict.Of([
                .. from found in several
                where !budgets.Any(budget => IsOf(budget, found.Workload))
                select found.Workload.Manifest.Root.Lacks(
                    $"no PodDisruptionBudget selects the {found.Instances} instances of {found.Workload.Manifest}",
                    () => Budget(found.Workload, budgets)
                ),
                .. from found in replicated
                from budget in budgets
                where IsOf(budget, found.Workload) && AllowsNone(budget, found.Instances)
                select budget
                    .Root["spec"]
                    .Refused(
                        $"{budget} allows none of the {found.Instances} instances of {found.Workload.Manifest} to be evicted: its node can't be drained",
                        () => Loosened(budget, found.Instances)
                    ),
            ]);
    }

    /// <summary>What changes how many instances of a workload there are.</summary>
    internal static IEnumerable<KubernetesObject> ScalersOf(Submission submission, Workload workload) =>
        from scaler in submission.Manifests.OfKind("HorizontalPodAutoscaler")
        let target = scaler.Root.At("spec.scaleTargetRef")
        where scaler.Namespace == workload.Manifest.Namespace
        where target["kind"].Text == workload.Manifest.Kind && target["name"].Text == workload.Manifest.Name
        select scaler;

    private static IEnumerable<(Workload Workload, long Instances)> Replicated(Submission submission) =>
        from workload in submission.Workloads
        where workload.Manifest.Kind is "Deployment" or "StatefulSet"
        let least = ScalersOf(submission, workload).FirstOrDefault()?.Root.At("spec.minReplicas")
            ?? workload.Manifest.Root.At("spec.replicas")
        select (workload, least.Number ?? 1);

    private static bool IsOf(KubernetesObject budget, Workload workload) =>
        budget.Namespace == workload.Manifest.Namespace
        && budget.Root.At("spec.selector") is { IsSet: true } selector
        && LabelSelector.Matches(selector, workload.Labels);

    // Percentages round up, both of them.
    private static bool AllowsNone(KubernetesObject budget, long instances)
    {
        var (least, most) = (budget.Root.At("spec.minAvailable"), budget.Root.At("spec.maxUnavailable"));
        return least.IsSet
            ? LifeRequirements.Count(least, instances, Math.Ceiling) >= instances
            : most.IsSet && LifeRequirements.Count(most, instances, Math.Ceiling) == 0;
    }

    private static Mend Loosened(KubernetesObject budget, long instances) =>
        instances > 1
            ? Mend.Of(
                $"In {budget.File}, write maxUnavailable: 1.",
                Edit.Set(budget.Root, "spec.maxUnavailable", "1"),
                Edit.Remove(budget.Root, "spec.minAvailable")
            )
            : Mend.Of($"Remove {budget}.", Edit.Remove(budget.Root));

    private static Mend? Budget(Workload workload, KubernetesObject[] budgets)
    {
        var (name, scope) = (workload.Manifest.Name, workload.Manifest.Namespace);
        var labels = ExpectedValues.Lines(workload.Manifest.Root.At("spec.selector.matchLabels"));
        var file = $"{name}.disruptionBudget.yaml";
        return labels.Length == 0 ? null
            : budgets.FirstOrDefault(budget => (budget.Name, budget.Namespace) == (name, scope)) is { } named
                ? Mend.Of(
                    $"Let {named} select the pods of {workload.Manifest}.",
                    Edit.Set(named.Root, "spec.selector", $"matchLabels:\n  {YamlWriter.Indented(labels)}")
                )
            : Mend.Of(
                $"Write a file {file} with a PodDisruptionBudget.",
                Edit.Add(
                    file,
                    $"""
                    apiVersion: policy/v1
                    kind: PodDisruptionBudget
                    metadata:
                      name: {YamlWriter.Text(name)}
                      namespace: {scope}
                    spec:
                      maxUnavailable: 1
                      selector:
                        matchLabels:
                          {YamlWriter.Indented(labels, 6)}

                    """
                )
            );
    }
}
