namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of Jobs and of those that a CronJob makes: ValidateJobSpec of Kubernetes.</summary>
internal static class JobRules
{
    internal static Rule[] All { get; } = [PodsCanEnd, SelectorIsWritten, SelectorOfItsPods, CompletionsOfIndexed];

    /// <summary>validateScheduleFormat.</summary>
    internal static IEnumerable<Finding> Schedule(Node cron) =>
        cron["schedule"]
            .RefusedIf(
                cron["schedule"].Text is { Length: > 0 } schedule && !CronSchedule.IsValid(schedule),
                () => $"{cron}.schedule is \"{cron["schedule"].Text}\"; asked for are five fields such as */5 * * * *, or @daily"
            );

    // That a Deployment's pods do not restart for ever is told by the requirement on it.
    private static IEnumerable<Finding> PodsCanEnd(Node job)
    {
        var (pod, policy) = (job.At("template.spec"), job.At("template.spec.restartPolicy"));
        return pod.RefusedIf(
            pod is Mapping && (policy.Text ?? "Always") == "Always",
            () =>
                $"{job} has pods whose restartPolicy is {(policy.IsSet ? "Always" : "absent, which is Always")}; asked for is OnFailure or Never",
            () => job.ToWrite("template.spec.restartPolicy", "OnFailure")
        );
    }

    private static IEnumerable<Finding> SelectorIsWritten(Node job) =>
        job.RemovedIf(
            "selector",
            job["selector"].IsSet && job["manualSelector"].Boolean != true,
            () => $"{job} has a selector, which Kubernetes writes by itself; remove it"
        );

    private static IEnumerable<Finding> SelectorOfItsPods(Node job) =>
        job.RemovedIf(
            "manualSelector",
            job["manualSelector"].Boolean == true
                && (LabelSelector.IsEmpty(job["selector"]) || !LabelSelector.Matches(job["selector"], job.At("template.metadata.labels"))),
            () => $"{job} has manualSelector and no selector of the labels of its pods; remove manualSelector"
        );

    // With neither, Kubernetes writes 1 for both.
    private static IEnumerable<Finding> CompletionsOfIndexed(Node job) =>
        job["completionMode"]
            .RefusedIf(
                job["completionMode"].Text == "Indexed" && job["parallelism"].IsSet && !job["completions"].IsSet,
                () => $"{job} has the completionMode Indexed and no completions",
                () => job.ToWrite("completions", "1")
            );
}
