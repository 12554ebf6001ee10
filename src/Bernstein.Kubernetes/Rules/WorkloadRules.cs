namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of workloads of apps/v1, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/apps/validation of Kubernetes.</summary>
internal static class WorkloadRules
{
    private static readonly Rule[] All =
    [
        SelectorIsOfItsPods,
        PodsRestartAlways,
        PodsHaveNoDeadline,
        DeadlineIsAboveMinReady,
        RollingUpdateNeedsItsType,
        DeploymentMovesOn,
        DaemonsMoveOn,
        UnavailableAtMost100Percent,
    ];

    internal static IEnumerable<Finding> Findings(Node workload) =>
        workload["spec"] is Mapping && workload["apiVersion"].Text == "apps/v1" ? All.SelectMany(rule => rule(workload)) : [];

    /// <summary>Percentages of instances are not more than all: IsNotMoreThan100Percent.</summary>
    internal static IEnumerable<Finding> BudgetAtMost100Percent(Node budget) =>
        from field in new[] { "minAvailable", "maxUnavailable" }
        where Percent(budget[field]) > 100
        select budget.Refused(Above100(budget, field));

    // ValidateDeploymentSpec, ValidatePodTemplateSpecForReplicaSet.
    private static IEnumerable<Finding> SelectorIsOfItsPods(Node workload)
    {
        var (selector, template) = (workload.At("spec.selector"), workload.At("spec.template"));
        return selector is not Mapping ? []
            : LabelSelector.IsEmpty(selector)
                ? [selector.Refused($"{workload}.spec.selector is empty; asked for are the labels of its pods")]
            : template is Mapping && !LabelSelector.Matches(selector, template.At("metadata.labels"))
                ? [selector.Refused($"{workload}.spec.selector does not match the labels of its own pods; make them equal")]
            : [];
    }

    // ValidatePodTemplateSpecForReplicaSet.
    private static IEnumerable<Finding> PodsRestartAlways(Node workload)
    {
        var restart = workload.At("spec.template.spec.restartPolicy");
        return restart.RefusedIf(
            restart.Text is "OnFailure" or "Never",
            () => $"{workload} has pods whose restartPolicy is {restart.Text}; asked for is Always",
            () => workload.ToWrite("spec.template.spec.restartPolicy", "Always")
        );
    }

    // ValidatePodTemplateSpecForReplicaSet.
    private static IEnumerable<Finding> PodsHaveNoDeadline(Node workload) =>
        workload.RemovedIf(
            "spec.template.spec.activeDeadlineSeconds",
            workload.At("spec.template.spec.activeDeadlineSeconds").IsSet,
            () => $"{workload} has pods with activeDeadlineSeconds, which only a Job's may have; remove it"
        );

    // ValidateDeploymentSpec.
    private static IEnumerable<Finding> DeadlineIsAboveMinReady(Node workload) =>
        workload["spec"]
            .RefusedIf(
                IsA(workload, "Deployment")
                    && (workload.At("spec.progressDeadlineSeconds").Number ?? 600) <= (workload.At("spec.minReadySeconds").Number ?? 0),
                () => $"{workload}.spec.progressDeadlineSeconds (600 where absent) is not above minReadySeconds; raise it"
            );

    // ValidateDeploymentStrategy.
    private static IEnumerable<Finding> RollingUpdateNeedsItsType(Node workload)
    {
        var strategy = StrategyOf(workload);
        return strategy.RefusedIf(
            strategy["rollingUpdate"].IsSet && strategy["type"].Text is "Recreate" or "OnDelete" && !IsA(workload, "DaemonSet"),
            () => $"{workload}.spec.{strategy.Key} has a rollingUpdate block with the type {strategy["type"].Text}; remove the block",
            () => workload.ToRemove($"spec.{strategy.Key}.rollingUpdate")
        );
    }

    // ValidateRollingUpdateDeployment.
    private static IEnumerable<Finding> DeploymentMovesOn(Node workload)
    {
        var rolling = StrategyOf(workload)["rollingUpdate"];
        return StrategyOf(workload)
            .RefusedIf(
                IsA(workload, "Deployment") && IsZero(rolling["maxUnavailable"]) && IsZero(rolling["maxSurge"]),
                () => $"{workload}.spec.strategy.rollingUpdate has maxSurge 0 and maxUnavailable 0; asked for is one of them above 0",
                () => workload.ToWrite("spec.strategy.rollingUpdate.maxUnavailable", "1")
            );
    }

    // ValidateRollingUpdateDaemonSet.
    private static IEnumerable<Finding> DaemonsMoveOn(Node workload)
    {
        var strategy = StrategyOf(workload);
        var fault = WhyDaemonsStay(strategy["rollingUpdate"]);
        return strategy.RefusedIf(
            IsA(workload, "DaemonSet") && (strategy["type"].Text ?? "RollingUpdate") == "RollingUpdate" && fault is not null,
            () => $"{workload}.spec.updateStrategy has {fault}",
            () => workload.ToRemove("spec.updateStrategy.rollingUpdate")
        );
    }

    // IsNotMoreThan100Percent.
    private static IEnumerable<Finding> UnavailableAtMost100Percent(Node workload)
    {
        var strategy = StrategyOf(workload);
        return strategy["rollingUpdate"]
            .RefusedIf(
                Percent(strategy.At("rollingUpdate.maxUnavailable")) > 100,
                () => Above100(strategy, "maxUnavailable"),
                () => workload.ToWrite($"spec.{strategy.Key}.rollingUpdate.maxUnavailable", "100%")
            );
    }

    private static string Above100(Node holder, string field) => $"{holder} has a {field} above 100%; asked for is 100% at most";

    // One of the two moves an update on. Kubernetes writes 1 and 0 where they are absent.
    private static string? WhyDaemonsStay(Node rolling) =>
        (!IsZero(rolling["maxUnavailable"]), rolling["maxSurge"].IsSet && !IsZero(rolling["maxSurge"])) switch
        {
            (true, true) => "maxSurge and maxUnavailable (1 where absent) above 0; asked for is one of them",
            (false, false) => "maxSurge 0 and maxUnavailable 0; asked for is one of them above 0",
            _ => null,
        };

    private static Node StrategyOf(Node workload) => workload["spec"][IsA(workload, "Deployment") ? "strategy" : "updateStrategy"];

    private static bool IsA(Node workload, string kind) => workload["kind"].Text == kind;

    private static bool IsZero(Node value) => value.Number == 0 || Percent(value) == 0;

    private static long? Percent(Node value) =>
        value.Text is [.. var digits, '%'] && long.TryParse(digits, out var percent) ? percent : null;
}
