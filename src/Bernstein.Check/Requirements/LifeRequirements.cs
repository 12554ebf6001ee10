namespace Bernstein.Check.Requirements;

/// <summary>What only shows once the deployment lives: rollouts, updates, restarts, tainted nodes.</summary>
internal static class LifeRequirements
{
    private static readonly string[] ControlPlaneTaints = ["node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"];

    internal static Requirement Rollout() =>
        new(
            "wiring.rollout",
            Severity.Wiring,
            "A replicated workload that must spread can still roll out when every node holds an instance.",
            "The new instance finds no free node and the old one waits for it: the update never finishes (kubernetes/kubernetes#116891).",
            "Set spec.strategy.rollingUpdate to maxSurge: 0 and maxUnavailable: 1.",
            submission =>
            {
                var spread = new[] { Component.Poll, Component.Result, Component.Traefik }
                    .Select(submission.WorkloadOf)
                    .OfType<Workload>()
                    .Where(SpreadRequirements.MustSpread)
                    .ToArray();
                return spread.Length == 0
                    ? Verdict.NotJudged("no workload must spread")
                    : Verdict.Of(spread.Select(WhyStuck).OfType<Finding>());
            }
        );

    internal static Requirement SingleWriter() =>
        new(
            "wiring.single-writer",
            Severity.Wiring,
            "Two postgres pods never share the data directory during an update.",
            "Two servers write the same files, and the database is broken.",
            "Set spec.strategy.type: Recreate in postgres.deployment.yaml, and remove its rollingUpdate block, which the API refuses.",
            submission =>
            {
                if (submission.WorkloadOf(Component.Postgres) is not { } workload)
                {
                    return Verdict.NotJudged("there is no postgres");
                }

                var strategy = workload.Manifest.Root.At("spec.strategy");
                return strategy["type"].Text == "Recreate" || strategy.At("rollingUpdate.maxSurge") is { Number: 0 } or { Text: "0%" }
                    ? Verdict.Pass
                    : Verdict.Fail(
                        "an update starts the new postgres before the old one exits",
                        (strategy.IsSet ? strategy : workload.Manifest.Root["spec"]).Location,
                        () => ExpectedValues.Set(workload.Manifest, "spec.strategy", "type: Recreate")
                    );
            }
        );

    internal static Requirement ControlPlane() =>
        new(
            "wiring.control-plane",
            Severity.Wiring,
            "cadvisor tolerates the taints of control-plane nodes, so that \"all nodes\" includes them.",
            "Nobody watches the containers of the control-plane nodes.",
            "Add tolerations for node-role.kubernetes.io/control-plane and node-role.kubernetes.io/master, operator Exists, effect NoSchedule.",
            submission =>
                submission.WorkloadOf(Component.Cadvisor) is { } workload
                    ? Verdict.Of(
                        ControlPlaneTaints
                            .Where(taint => !workload.Pod["tolerations"].Items.Any(toleration => Tolerates(toleration, taint)))
                            .Select(taint => new Finding(
                                $"cadvisor does not tolerate {taint}:NoSchedule",
                                (workload.Pod["tolerations"].IsSet ? workload.Pod["tolerations"] : workload.Pod).Location
                            )
                            {
                                MendBy = () =>
                                    Mend.Of(
                                        $"In {workload.Manifest.File}, tolerate {taint}.",
                                        Edit.Set(
                                            workload.Manifest.Root,
                                            $"{ExpectedValues.Pod}.tolerations[+]",
                                            $"key: {taint}\noperator: Exists\neffect: NoSchedule"
                                        )
                                    ),
                            })
                    )
                    : Verdict.NotJudged("there is no cadvisor")
        );

    internal static Finding? WhyStuck(Workload workload)
    {
        var strategy = workload.Manifest.Root.At("spec.strategy");
        if (strategy["type"].Text == "Recreate")
        {
            return null;
        }

        var replicas = workload.Manifest.Root.At("spec.replicas").Number ?? 1;
        var (surge, unavailable) = (strategy.At("rollingUpdate.maxSurge"), strategy.At("rollingUpdate.maxUnavailable"));
        var surgeCount = Count(surge, replicas, Math.Ceiling);
        var unavailableCount = Count(unavailable, replicas, Math.Floor);
        // Kubernetes takes 1 where rounding brings both to 0, and refuses two zeros that are written as numbers.
        var isRescued = surgeCount == 0 && unavailableCount == 0 && !(surge.Number == 0 && unavailable.Number == 0);
        return unavailableCount >= 1 || isRescued
            ? null
            : new Finding(
                $"{workload.Manifest}: maxUnavailable is {(unavailable.IsSet ? unavailable.Text : "25% by default")}, which is {unavailableCount?.ToString(CultureInfo.InvariantCulture) ?? "nothing"} of {replicas} instances; asked for is at least 1",
                (
                    unavailable.IsSet ? unavailable
                    : strategy.IsSet ? strategy
                    : workload.Manifest.Root["spec"]
                ).Location
            )
            {
                MendBy = () => SpreadMends.Rollout(workload),
            };
    }

    // Null where the value is neither a whole number nor a percentage.
    private static long? Count(Node value, long replicas, Func<decimal, decimal> round)
    {
        if (value.Number is { } number)
        {
            return number;
        }

        var text = value.IsSet ? value.Text ?? "" : "25%";
        return
            text.EndsWith('%')
            && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            && percent <= 1000
            ? (long)round(Math.Min(replicas, int.MaxValue) * (decimal)percent / 100)
            : null;
    }

    private static bool Tolerates(Node toleration, string taint)
    {
        var (key, @operator, effect) = (
            toleration["key"].Text ?? "",
            toleration["operator"].Text ?? "Equal",
            toleration["effect"].Text ?? ""
        );
        return effect is "" or "NoSchedule"
            && (
                (@operator == "Exists" && (key.Length == 0 || key == taint))
                || (@operator == "Equal" && key == taint && (toleration["value"].Text ?? "").Length == 0)
            );
    }
}
