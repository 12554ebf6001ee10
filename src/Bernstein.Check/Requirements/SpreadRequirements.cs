namespace Bernstein.Check.Requirements;

/// <summary>Instances that run on different nodes.</summary>
internal static class SpreadRequirements
{
    internal static Requirement Spread(Component component) =>
        ComponentRequirement.Workload(
            component,
            "spread",
            $"The instances of {component.Name} run on different nodes.",
            "When one node is lost, all instances are lost with it.",
            $"Write affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution in the pod template of {component.WorkloadFile}, with topologyKey {SpreadMends.Hostname} and a labelSelector that matches the template's own labels.",
            (submission, workload) => MustSpread(workload) ? Verdict.Pass : Verdict.Of(WhyNot(submission, workload))
        );

    internal static Requirement EveryNode(Component component) =>
        ComponentRequirement.Workload(
            component,
            "every-node",
            $"{component.Name} is scheduled on all nodes.",
            "The containers of the nodes left out are not watched.",
            $"Remove nodeSelector, nodeName and required node affinity from {component.WorkloadFile}.",
            (_, workload) =>
                Verdict.Of(
                    new[] { "nodeSelector", "nodeName", "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution" }
                        .Select(path => (Path: path, Node: workload.Pod.At(path)))
                        .Where(found => found.Node.IsSet && found.Node is not Mapping { Entries.Count: 0 })
                        .Select(found => new Finding($"{found.Path} leaves nodes out", found.Node.Location)
                        {
                            MendBy = () =>
                                Mend.Of($"Remove {found.Path}.", Edit.Remove(workload.Manifest.Root, $"{ExpectedValues.Pod}.{found.Path}")),
                        })
                )
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
        var component = Component.All.FirstOrDefault(component =>
            component.Replicas == 2 && ReferenceEquals(submission.WorkloadOf(component)?.Manifest, found)
        );
        return
            component is not null
            && new Workload(found) is var workload
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
        var rules = AntiAffinity(workload, "podAntiAffinity")
            .Concat(workload.Pod["topologySpreadConstraints"].Items)
            .Select(rule => new Finding(WhyNot(rule, workload), rule.Location) { MendBy = () => Mended(submission, workload, rule) })
            .ToArray();
        if (rules.Length > 0)
        {
            return rules;
        }

        var affinity = workload.Pod["affinity"];
        var message =
            AntiAffinity(workload, "podAffinity").Count > 0
                ? "podAffinity puts the instances on the same node; asked for is podAntiAffinity"
            : affinity.At("podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution").Items.Count > 0
                ? "the podAntiAffinity is only preferred, so that both instances may run on one node; asked for is a required one"
            : "nothing keeps the instances apart";
        return
        [
            new Finding(message, (affinity.IsSet ? affinity : workload.Pod).Location) { MendBy = () => Mended(submission, workload, null) },
        ];
    }

    private static Mend? Mended(Submission submission, Workload workload, Node? rule) =>
        SpreadMends.Of(submission, workload, rule, LifeRequirements.WhyStuck(workload) is not null);

    private static string WhyNot(Node rule, Workload workload) =>
        rule switch
        {
            _ when rule["topologyKey"].Text != SpreadMends.Hostname =>
                $"the topologyKey is {rule["topologyKey"].Shown}; asked for is {SpreadMends.Hostname}",
            _ when rule["matchLabels"].IsSet =>
                "matchLabels is next to labelSelector instead of in it, so that the rule matches no instance: indent it further",
            _ when LabelSelector.IsEmpty(rule["labelSelector"]) =>
                "the labelSelector is empty, so that the rule does not keep these instances apart",
            _ when !LabelSelector.Matches(rule["labelSelector"], workload.Labels) =>
                $"the labelSelector does not match the template's own labels ({LabelSelector.Show(workload.Labels)})",
            _ when !LabelSelector.LooksInto(rule, workload.Manifest.Namespace) =>
                $"the rule selects other namespaces, and not the one of the instances ({workload.Manifest.Namespace}): remove namespaces",
            _ =>
                "the topology spread constraint still lets both instances run on one node; asked for are whenUnsatisfiable: DoNotSchedule, maxSkew: 1 and minDomains: 2",
        };
}
