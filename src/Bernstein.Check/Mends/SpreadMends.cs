namespace Bernstein.Check.Mends;

/// <summary>Instances on different nodes, and an update that still ends.</summary>
internal static class SpreadMends
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Affinity = ExpectedValues.Pod + ".affinity";

    /// <summary>What keeps the instances of a workload on different nodes.</summary>
    /// <param name="submission">All that is there.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="rule">The rule that was meant to; null where there is none.</param>
    /// <param name="isStuck">Whether its updates would hang then, so that the strategy must change too.</param>
    internal static Mend? Of(Submission submission, Workload workload, Node? rule, bool isStuck)
    {
        if (ExpectedValues.Labels(submission, workload).Entries.Count == 0)
        {
            return null;
        }

        var edits = Rule(submission, workload, rule).ToList();
        if (isStuck)
        {
            edits.Add(Strategy(workload));
        }

        return Mend.Of(
            $"In {workload.Manifest.File}, require podAntiAffinity on kubernetes.io/hostname{(isStuck ? ", and stop an old instance before the new one starts: there may be no free node" : "")}.",
            edits
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

    private static IEnumerable<Edit> Rule(Submission submission, Workload workload, Node? rule)
    {
        var root = workload.Manifest.Root;
        var term =
            $"topologyKey: kubernetes.io/hostname\nlabelSelector:\n  matchLabels:\n    {ExpectedValues.Lines(ExpectedValues.Labels(submission, workload)).Replace("\n", "\n    ", StringComparison.Ordinal)}";
        if (rule is not null && root.PathTo(rule) is { } path && path.Contains("podAntiAffinity", StringComparison.Ordinal))
        {
            return [Edit.Set(root, path, term)];
        }

        var affinity = workload.Pod["affinity"];
        var anti = affinity["podAntiAffinity"];
        // A rule under the name of another one: it is the name that is wrong.
        if (!anti.IsSet && affinity.Entries.FirstOrDefault(kind => kind.Value[Required][0]["topologyKey"].IsSet) is { Key: { } misnamed })
        {
            return [Edit.Rename(root, $"{Affinity}.{misnamed}", "podAntiAffinity")];
        }

        if (Misnamed(workload) is { } list)
        {
            return [Edit.Rename(root, $"{Affinity}.podAntiAffinity.{list}", Required)];
        }

        return anti[Required] is Sequence { Items.Count: > 0 }
            ? [Edit.Set(root, $"{Affinity}.podAntiAffinity.{Required}[+]", term)]
            : [Edit.Set(root, $"{Affinity}.podAntiAffinity.{Required}", $"- {term.Replace("\n", "\n  ", StringComparison.Ordinal)}")];
    }
}
