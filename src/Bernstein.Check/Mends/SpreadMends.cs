namespace Bernstein.Check.Mends;

/// <summary>Instances on different nodes, and an update that still ends.</summary>
internal static class SpreadMends
{
    internal const string Hostname = "kubernetes.io/hostname";

    internal const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    /// <summary>What keeps the instances on different nodes, by the rule that was meant to, and by another strategy where updates would hang.</summary>
    internal static Mend? Of(Submission submission, Workload workload, Node? rule, bool isStuck)
    {
        var labels = ExpectedValues.Labels(submission, workload);
        return labels.Entries.Count == 0
            ? null
            // What stands beside the selector goes into it.
            : ExpectedValues.Below(workload.Manifest, rule is null ? [] : [rule["matchLabels"], rule["matchExpressions"]])
                ?? Mend.Of(
                    $"In {workload.Manifest.File}, require podAntiAffinity on {Hostname}{(isStuck ? ", and stop an old instance before the new one starts: there may be no free node" : "")}.",
                    [.. Rule(workload, labels, rule), isStuck ? Strategy(workload) : null]
                );
    }

    /// <summary>What lets an update end where every node holds an instance.</summary>
    internal static Mend Rollout(Workload workload) =>
        Mend.Of($"In {workload.Manifest.File}, stop an old instance before the new one starts.", Strategy(workload));

    /// <summary>The name of a list of rules that are written as those that must hold are, and stand under another name; null where there is none.</summary>
    internal static string? Misnamed(Workload workload) =>
        workload.Pod["affinity"]["podAntiAffinity"] is var anti && anti[Required].IsSet
            ? null
            : anti.Entries.FirstOrDefault(kind => kind.Value[0]["topologyKey"].IsSet).Key;

    private static Edit Strategy(Workload workload) =>
        Edit.Set(workload.Manifest.Root, "spec.strategy", "type: RollingUpdate\nrollingUpdate:\n  maxSurge: 0\n  maxUnavailable: 1");

    private static IEnumerable<Edit?> Rule(Workload workload, Node labels, Node? rule)
    {
        var (affinity, anti) = (workload.Pod["affinity"], workload.Pod.At("affinity.podAntiAffinity"));
        var lines = ExpectedValues.Lines(labels);
        var term = $"topologyKey: {Hostname}\nlabelSelector:\n  matchLabels:\n    {YamlWriter.Indented(lines, 4)}";
        return rule is Mapping && rule.IsIn(anti)
                ?
                [
                    rule["topologyKey"].Text == Hostname ? null : Edit.Set(rule, "topologyKey", Hostname),
                    LabelSelector.Finds(rule, workload) ? null
                    : rule["labelSelector"]["matchExpressions"].IsSet
                        ? Edit.Set(rule, "labelSelector", $"matchLabels:\n  {YamlWriter.Indented(lines)}")
                    : Edit.Set(rule, "labelSelector.matchLabels", lines),
                    LabelSelector.LooksInto(rule, workload.Manifest.Namespace) ? null : Edit.Remove(rule, "namespaces"),
                ]
            : rule?.IsIn(anti) == true ? [Edit.Set(rule, "", term)]
            // A rule under the name of another one: it is the name that is wrong.
            : !anti.IsSet && affinity.Entries.FirstOrDefault(kind => kind.Value[Required][0]["topologyKey"].IsSet) is { Key: { } misnamed }
                ? [Edit.Rename(affinity, misnamed, "podAntiAffinity")]
            : Misnamed(workload) is { } list ? [Edit.Rename(anti, list, Required)]
            : anti[Required].Items.Count > 0 ? [Edit.Set(anti, $"{Required}[+]", term)]
            : [Edit.Set(anti, Required, $"- {YamlWriter.Indented(term)}")];
    }
}
