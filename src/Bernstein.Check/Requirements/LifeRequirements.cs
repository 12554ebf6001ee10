namespace Bernstein.Check.Requirements;

/// <summary>What only shows once the deployment lives: rollouts, updates, restarts, tainted nodes.</summary>
internal static class LifeRequirements
{
    private static readonly string[] ControlPlaneTaints = ["node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"];

    internal static Verdict Rollout(Submission submission) =>
        Verdict.OfEach(
            submission
                .Parts(Component.Poll, Component.Result, Component.Traefik)
                .Where(part => SpreadRequirements.MustSpread(part.Workload)),
            "no workload must spread",
            part => WhyStuck(part.Workload)
        );

    internal static IEnumerable<Finding> SingleWriter(Submission submission, Component component, Workload workload)
    {
        var (spec, strategy) = (workload.Manifest.Root["spec"], Strategy(workload));
        return spec.Nearest("strategy")
            .RefusedIf(
                strategy["type"].Text != "Recreate" && strategy.At("rollingUpdate.maxSurge") is not ({ Number: 0 } or { Text: "0%" }),
                () => "an update starts the new postgres before the old one exits",
                () => ExpectedValues.Set(workload.Manifest, "spec.strategy", "type: Recreate")
            );
    }

    internal static IEnumerable<Finding> ControlPlane(Submission submission, Component component, Workload workload) =>
        from taint in ControlPlaneTaints
        where !workload.Pod["tolerations"].Items.Any(toleration => Tolerates(toleration, taint))
        let place = $"{ExpectedValues.Pod}.tolerations[+]"
        let written = $"key: {taint}\noperator: Exists\neffect: NoSchedule"
        select workload
            .Pod.Nearest("tolerations")
            .Refused(
                $"cadvisor does not tolerate {taint}:NoSchedule",
                () => Mend.Of($"In {workload.Manifest.File}, tolerate {taint}.", Edit.Set(workload.Manifest.Root, place, written))
            );

    /// <summary>Why an update of a workload whose instances must spread never ends; nothing where it does.</summary>
    internal static IEnumerable<Finding> WhyStuck(Workload workload)
    {
        var strategy = Strategy(workload);
        var replicas = workload.Manifest.Root.At("spec.replicas").Number ?? 1;
        var (surge, unavailable) = (strategy.At("rollingUpdate.maxSurge"), strategy.At("rollingUpdate.maxUnavailable"));
        var (surgeCount, unavailableCount) = (Count(surge, replicas, Math.Ceiling), Count(unavailable, replicas, Math.Floor));
        // Kubernetes takes 1 where rounding brings both to 0, and refuses two zeros that are written as numbers.
        var isRescued = surgeCount == 0 && unavailableCount == 0 && !(surge.Number == 0 && unavailable.Number == 0);
        var place = unavailable.IsSet ? unavailable : workload.Manifest.Root["spec"].Nearest("strategy");
        return place.RefusedIf(
            strategy["type"].Text != "Recreate" && !(unavailableCount >= 1) && !isRescued,
            () =>
                $"{workload.Manifest}: maxUnavailable is {(unavailable.IsSet ? unavailable.Text : "25% by default")}, which is {unavailableCount?.ToString(CultureInfo.InvariantCulture) ?? "nothing"} of {replicas} instances; asked for is at least 1",
            () => SpreadMends.Rollout(workload)
        );
    }

    /// <summary>How many of some instances a number or a percentage is, and 25% where none is written; null for any other value.</summary>
    internal static long? Count(Node value, long instances, Func<decimal, decimal> round) =>
        value.Number
        ?? (
            (value.IsSet ? value.Text : "25%") is [.. var digits, '%']
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
                ? (long)round(Math.Min(instances, int.MaxValue) * (decimal)percent / 100)
                : null
        );

    private static Node Strategy(Workload workload) => workload.Manifest.Root.At("spec.strategy");

    private static bool Tolerates(Node toleration, string taint)
    {
        var key = toleration["key"].Text ?? "";
        return (toleration["effect"].Text ?? "") is "" or "NoSchedule"
            && (toleration["operator"].Text ?? "Equal") switch
            {
                "Exists" => key.Length == 0 || key == taint,
                "Equal" => key == taint && string.IsNullOrEmpty(toleration["value"].Text),
                _ => false,
            };
    }
}
