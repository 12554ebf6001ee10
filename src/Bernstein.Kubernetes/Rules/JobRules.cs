using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of Jobs and of those that a CronJob makes: ValidateJobSpec of Kubernetes.</summary>
internal static class JobRules
{
    internal static IEnumerable<Finding> OfSchedule(Node cron, Place place) =>
        cron["schedule"].Text is { Length: > 0 } schedule && !CronSchedule.IsValid(schedule)
            ?
            [
                new Finding(
                    $"{place}.schedule is \"{schedule}\"; asked for are five fields such as */5 * * * *, or @daily",
                    cron["schedule"].Location
                ),
            ]
            : [];

    internal static IEnumerable<Finding> Findings(Node job, Place place)
    {
        // That a Deployment's pods do not restart for ever is told by the requirement on it.
        if (job.At("template.spec") is Mapping pod && (pod["restartPolicy"].Text ?? "Always") == "Always")
        {
            yield return new Finding(
                $"{place} has pods whose restartPolicy is {(pod["restartPolicy"].IsSet ? "Always" : "absent, which is Always")}; asked for is OnFailure or Never",
                pod.Location
            )
            {
                Mend = place.Set("template.spec.restartPolicy", "OnFailure"),
            };
        }

        if (job["selector"].IsSet && job["manualSelector"].Text != "true")
        {
            yield return new Finding($"{place} has a selector, which Kubernetes writes by itself; remove it", job["selector"].Location)
            {
                Mend = place.Remove("selector"),
            };
        }

        if (
            job["manualSelector"].Text == "true"
            && (LabelSelector.IsEmpty(job["selector"]) || !LabelSelector.Matches(job["selector"], job.At("template.metadata.labels")))
        )
        {
            yield return new Finding(
                $"{place} has manualSelector and no selector of the labels of its pods; remove manualSelector",
                job["manualSelector"].Location
            )
            {
                Mend = place.Remove("manualSelector"),
            };
        }

        // With neither, Kubernetes writes 1 for both.
        if (job["completionMode"].Text == "Indexed" && job["parallelism"].IsSet && !job["completions"].IsSet)
        {
            yield return new Finding($"{place} has the completionMode Indexed and no completions", job["completionMode"].Location)
            {
                Mend = place.Set("completions", "1"),
            };
        }
    }
}
