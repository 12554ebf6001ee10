namespace Bernstein.Chart.Tests.Cluster.Diagnosis;

/// <summary>What an operator looks at when something does not start: the pods that are not ready, why, and their last words.</summary>
internal static class Diagnostics
{
    /// <summary>The report.</summary>
    /// <param name="pods">A list of pods, as kubectl prints it in JSON.</param>
    /// <param name="events">A list of events.</param>
    /// <param name="log">The last lines of a pod's log: its namespace, its name, and whether of the containers before the present ones.</param>
    internal static string Of(JsonNode pods, JsonNode events, Func<string, string, bool, string> log)
    {
        var unready = pods["items"]!
            .AsArray()
            .Select(pod => pod!)
            .Where(pod => !IsReady(pod) && (string?)pod["status"]?["phase"] != "Succeeded")
            .ToArray();
        if (unready.Length == 0)
        {
            return "Every pod is ready.\n";
        }

        var report = new StringBuilder("Pods that are not ready:\n");
        foreach (var pod in unready)
        {
            var (space, name) = ((string)pod["metadata"]!["namespace"]!, (string)pod["metadata"]!["name"]!);
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"{space}/{name} on {(string?)pod["spec"]?["nodeName"] ?? "no node"}: {string.Join("; ", Reasons(pod).DefaultIfEmpty((string?)pod["status"]?["phase"] ?? "unknown"))}"
            );
            Indent(
                report,
                events["items"]!
                    .AsArray()
                    .Select(found => found!)
                    .Where(found =>
                        (string?)found["involvedObject"]?["name"] == name
                        && (string?)found["involvedObject"]?["namespace"] == space
                        && (string?)found["type"] != "Normal"
                    )
                    .TakeLast(3)
                    .Select(found => $"{(string?)found["reason"]}: {(string?)found["message"]}")
            );
            if (pod["spec"]?["nodeName"] is not null)
            {
                Indent(
                    report,
                    log(space, name, Restarted(pod)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"| {line}")
                );
            }
        }

        return report.ToString();
    }

    /// <summary>Whether a pod is ready.</summary>
    internal static bool IsReady(JsonNode pod) =>
        Items(pod["status"]?["conditions"])
            .Any(condition => (string?)condition["type"] == "Ready" && (string?)condition["status"] == "True");

    private static IEnumerable<string> Reasons(JsonNode pod)
    {
        if (pod["metadata"]!["deletionTimestamp"] is not null)
        {
            yield return "on its way out";
        }

        foreach (
            var condition in Items(pod["status"]?["conditions"])
                .Where(condition => (string?)condition["type"] == "PodScheduled" && (string?)condition["status"] == "False")
        )
        {
            yield return $"{(string?)condition["reason"]}: {(string?)condition["message"]}";
        }

        foreach (var container in Items(pod["status"]?["initContainerStatuses"]).Concat(Items(pod["status"]?["containerStatuses"])))
        {
            if (
                (container["state"]?["waiting"] ?? container["state"]?["terminated"]) is { } state
                && (string?)state["reason"] is not ("Completed" or "PodInitializing" or null)
            )
            {
                yield return string.Join(
                    ": ",
                    new[] { $"{(string?)container["name"]} {(string?)state["reason"]}", (string?)state["message"] }.OfType<string>()
                );
            }
            else if (container["state"]?["running"] is not null && container["ready"]?.GetValue<bool>() != true)
            {
                yield return $"{(string?)container["name"]} runs and is not ready";
            }
        }
    }

    // What a container that keeps ending said is in the log of the one before.
    private static bool Restarted(JsonNode pod) =>
        Items(pod["status"]?["containerStatuses"])
            .Any(container => container["state"]?["waiting"] is not null && container["lastState"]?["terminated"] is not null);

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list?.AsArray().Select(item => item!) ?? [];

    private static void Indent(StringBuilder report, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            report.Append("    ").AppendLine(line);
        }
    }
}
