namespace Bernstein.Check.Requirements;

/// <summary>Instances that run on different nodes.</summary>
internal static class SpreadRequirements
{
    internal static IEnumerable<Finding> Spread(Submission submission, Component component, Workload workload) =>
        MustSpread(workload) ? [] : WhyNot(submission, workload);

    internal static IEnumerable<Finding> EveryNode(Submission submission, Component component, Workload workload) =>
        from path in new[] { "nodeSelector", "nodeName", "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution" }
        from found in workload.Pod.IfSet(path)
        where found is not Mapping { Entries.Count: 0 }
        select found.Refused(
            $"{path} leaves nodes out",
            () => Mend.Of($"Remove {path}.", Edit.Remove(workload.Manifest.Root, $"{ExpectedValues.Pod}.{path}"))
        );

    /// <summary>Whether a rule that the scheduler must keep puts the instances on different nodes.</summary>
    internal static bool MustSpread(Workload workload) =>
        AntiAffinity(workload, "podAntiAffinity")
            .Any(term =>
                term["topologyKey"].Text == SpreadMends.Hostname
                && LabelSelector.Finds(term, workload)
                && LabelSelector.LooksInto(term, workload.Manifest.Namespace)
            )
        || workload
            .Pod["topologySpreadConstraints"]
            .Items.Any(constraint =>
                constraint["topologyKey"].Text == SpreadMends.Hostname
                && constraint["whenUnsatisfiable"].Text == "DoNotSchedule"
                && constraint["maxSkew"].Number == 1
                && constraint["minDomains"].Number >= 2
                && LabelSelector.Finds(constraint, workload)
            );

    /// <summary>
    /// What puts right all that the API server says of rules that stand under the name of another list: not the rules are wrong, the name is.
    /// </summary>
    /// <returns>The list and its mend; null where there is none.</returns>
    internal static (Node Rules, Mend Mend)? Misnamed(Submission submission, KubernetesObject found)
    {
        var workload = new Workload(found);
        return
            submission.Parts(Component.All).Any(part => part.Component.Replicas == 2 && ReferenceEquals(part.Workload.Manifest, found))
            && !MustSpread(workload)
            && SpreadMends.Misnamed(workload) is { } name
            && WhyNot(submission, workload).First().Mend is { } mend
            && mend.Edits.Any(edit => edit.Kind == EditKind.Rename)
            ? (workload.Pod["affinity"]["podAntiAffinity"][name], mend)
            : null;
    }

    private static IReadOnlyList<Node> AntiAffinity(Workload workload, string kind) =>
        workload.Pod["affinity"][kind]["requiredDuringSchedulingIgnoredDuringExecution"].Items;

    private static IEnumerable<Finding> WhyNot(Submission submission, Workload workload)
    {
        Finding Refused(Node place, string message, Node? rule) =>
            place.Refused(message, () => SpreadMends.Of(submission, workload, rule, LifeRequirements.WhyStuck(workload).Any()));

        var rules = AntiAffinity(workload, "podAntiAffinity").Concat(workload.Pod["topologySpreadConstraints"].Items).ToArray();
        return rules.Length > 0
            ? rules.Select(rule => Refused(rule, WhyNot(rule, workload), rule))
            : [Refused(workload.Pod.Nearest("affinity"), WhyNot(workload), null)];
    }

    private static string WhyNot(Workload workload) =>
        AntiAffinity(workload, "podAffinity").Count > 0 ? "podAffinity puts the instances on the same node; asked for is podAntiAffinity"
        : workload.Pod.At("affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution").Items.Count > 0
            ? "the podAntiAffinity is only preferred, so that both instances may run on one node; asked for is a required one"
        : "nothing keeps the instances apart";

    private static string WhyNot(Node rule, Workload workload) =>
        rule["topologyKey"].Text != SpreadMends.Hostname
            ? $"the topologyKey is {rule["topologyKey"].Shown}; asked for is {SpreadMends.Hostname}"
        : rule["matchLabels"].IsSet
            ? "matchLabels is next to labelSelector instead of in it, so that the rule matches no instance: indent it further"
        : LabelSelector.IsEmpty(rule["labelSelector"]) ? "the labelSelector is empty, so that the rule does not keep these instances apart"
        : !LabelSelector.Matches(rule["labelSelector"], workload.Labels)
            ? $"the labelSelector does not match the template's own labels ({LabelSelector.Show(workload.Labels)})"
        : !LabelSelector.LooksInto(rule, workload.Manifest.Namespace)
            ? $"the rule selects other namespaces, and not the one of the instances ({workload.Manifest.Namespace}): remove namespaces"
        : "the topology spread constraint still lets both instances run on one node; asked for are whenUnsatisfiable: DoNotSchedule, maxSkew: 1 and minDomains: 2";
}
