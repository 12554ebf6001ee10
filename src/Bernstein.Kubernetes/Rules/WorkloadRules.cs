using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of workloads, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/apps/validation of Kubernetes.</summary>
internal static class WorkloadRules
{
    internal static IEnumerable<Finding> Findings(string type, Node workload, Place place)
    {
        var spec = workload["spec"];
        var selector = spec["selector"];
        var labels = spec.At("template.metadata.labels");
        var apps = workload["apiVersion"].Text is "apps/v1";
        if (spec is not Mapping || !apps)
        {
            yield break;
        }

        if (selector is Mapping && selector["matchLabels"].Entries.Count + selector["matchExpressions"].Items.Count == 0)
        {
            yield return new Finding($"{place}.spec.selector is empty; asked for are the labels of its pods", selector.Location);
        }
        else if (selector is Mapping && spec["template"] is Mapping && !LabelSelector.Matches(selector, labels))
        {
            yield return new Finding(
                $"{place}.spec.selector does not match the labels of its own pods; make them equal",
                selector.Location
            );
        }

        var restart = spec.At("template.spec.restartPolicy");
        if (restart.Text is "OnFailure" or "Never")
        {
            yield return new Finding($"{place} has pods whose restartPolicy is {restart.Text}; asked for is Always", restart.Location)
            {
                Mend = place.Set("spec.template.spec.restartPolicy", "Always"),
            };
        }

        var deadline = spec.At("template.spec.activeDeadlineSeconds");
        if (deadline.IsSet)
        {
            yield return new Finding(
                $"{place} has pods with activeDeadlineSeconds, which only a Job's may have; remove it",
                deadline.Location
            )
            {
                Mend = place.Remove("spec.template.spec.activeDeadlineSeconds"),
            };
        }

        if (type == "Deployment" && (spec["progressDeadlineSeconds"].Number ?? 600) <= (spec["minReadySeconds"].Number ?? 0))
        {
            yield return new Finding(
                $"{place}.spec.progressDeadlineSeconds (600 where absent) is not above minReadySeconds; raise it",
                spec.Location
            );
        }

        var field = type == "Deployment" ? "strategy" : "updateStrategy";
        var strategy = spec[field];
        if (
            strategy["rollingUpdate"] is { IsSet: true } rolling
            && strategy["type"].Text is "Recreate" or "OnDelete"
            && type != "DaemonSet"
        )
        {
            yield return new Finding(
                $"{place}.spec.{field} has a rollingUpdate block beside the type {strategy["type"].Text}; remove the block",
                strategy.Location
            )
            {
                Mend = place.Remove($"spec.{field}.rollingUpdate"),
            };
        }

        if (type == "Deployment" && IsZero(strategy.At("rollingUpdate.maxUnavailable")) && IsZero(strategy.At("rollingUpdate.maxSurge")))
        {
            yield return new Finding(
                $"{place}.spec.strategy.rollingUpdate has maxSurge 0 and maxUnavailable 0; asked for is one of them above 0",
                strategy.Location
            )
            {
                Mend = place.Set("spec.strategy.rollingUpdate.maxUnavailable", "1"),
            };
        }

        if (
            type == "DaemonSet"
            && (strategy["type"].Text ?? "RollingUpdate") == "RollingUpdate"
            && OfDaemons(strategy["rollingUpdate"]) is { } fault
        )
        {
            yield return new Finding($"{place}.spec.updateStrategy has {fault}", strategy.Location)
            {
                Mend = place.Remove("spec.updateStrategy.rollingUpdate"),
            };
        }

        foreach (var finding in Above100(strategy["rollingUpdate"], new Place(place, $"spec.{field}"), "maxUnavailable"))
        {
            yield return finding with
            {
                Mend = place.Set($"spec.{field}.rollingUpdate.maxUnavailable", "100%"),
            };
        }
    }

    /// <summary>Percentages of instances that are more than all.</summary>
    internal static IEnumerable<Finding> Above100(Node holder, Place place, params string[] fields) =>
        fields
            .Where(field => Percent(holder[field]) > 100)
            .Select(field => new Finding($"{place} has a {field} above 100%; asked for is 100% at most", holder.Location));

    // One of the two moves an update on. Kubernetes writes 1 and 0 where they are absent.
    private static string? OfDaemons(Node rolling)
    {
        var (isUnavailable, isSurging) = (!IsZero(rolling["maxUnavailable"]), rolling["maxSurge"].IsSet && !IsZero(rolling["maxSurge"]));
        return (isUnavailable, isSurging) switch
        {
            (true, true) => "maxSurge and maxUnavailable (1 where absent) above 0; asked for is one of them",
            (false, false) => "maxSurge 0 and maxUnavailable 0; asked for is one of them above 0",
            _ => null,
        };
    }

    private static bool IsZero(Node value) => value.Number == 0 || Percent(value) == 0;

    private static long? Percent(Node value) =>
        value.Text is [.. var digits, '%'] && long.TryParse(digits, out var percent) ? percent : null;
}
