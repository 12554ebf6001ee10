namespace Bernstein.Check.Requirements;

/// <summary>What each container must say of itself: which image, how much of the node, and whether it is well.</summary>
internal static class ContainerRequirements
{
    private static readonly string[] Lasting = ["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "ReplicationController"];

    internal static Requirement Images() =>
        new(
            "production.images",
            Severity.Production,
            "Every image has a tag other than latest, or a digest.",
            "The next restart runs another program than the last one, on one node and not on the other.",
            "Write the version behind the image (redis:5.0.14), or its digest (redis@sha256:…).",
            submission => Judge(submission, WhyNotPinned)
        );

    internal static Requirement Resources() =>
        new(
            "production.resources",
            Severity.Production,
            "Every container, init containers among them, asks for CPU and has a limit of memory.",
            "One container takes the memory of the node, and others are killed; or the scheduler puts more on a node than it can run.",
            "Write resources: {requests: {cpu: 50m, memory: 64M}, limits: {memory: 128M}} on each container, with the numbers that you measured.",
            submission => Judge(submission, WhyUnbounded)
        );

    internal static Requirement Probes() =>
        new(
            "production.probes",
            Severity.Production,
            "The first container of everything that keeps running has a livenessProbe, and a readinessProbe where a Service leads to it.",
            "A program that hangs is never restarted, and visitors are sent to an instance that can't answer.",
            "Write a livenessProbe and a readinessProbe on the container, each asking what its program can answer for itself.",
            submission =>
            {
                var lasting = submission.Workloads.Where(workload => Lasting.Contains(workload.Manifest.Kind)).ToArray();
                return lasting.Length == 0
                    ? Verdict.NotJudged("there is no workload that keeps running")
                    : Verdict.Of(lasting.SelectMany(workload => WithoutProbe(submission, workload)));
            }
        );

    private static Verdict Judge(Submission submission, Func<PodParts, PodPart, IEnumerable<Finding>> findings) =>
        submission.Workloads.Count == 0
            ? Verdict.NotJudged("there is no workload")
            : Verdict.Of(
                from workload in submission.Workloads
                let pod = new PodParts(workload, PodSecurityStandards.Newest)
                from container in pod.Containers
                from finding in findings(pod, container)
                select finding
            );

    private static IEnumerable<Finding> WhyNotPinned(PodParts pod, PodPart container)
    {
        var image = container.Node["image"];
        if (image.Text is { } text && !text.Contains("@sha256:", StringComparison.Ordinal))
        {
            var name = text[(text.LastIndexOf('/') + 1)..].Split(':', 2);
            if (name is [_] or [_, "latest"])
            {
                yield return new Finding(
                    $"{container.Name}: image is {text}{(name.Length == 1 ? ", which means latest" : "")}; asked for is a tag, or a digest",
                    image.Location
                );
            }
        }
    }

    // A limit alone is a request too. From 1.34 on a pod may say it for all its containers.
    private static IEnumerable<Finding> WhyUnbounded(PodParts pod, PodPart container)
    {
        var (own, whole) = (container.Node["resources"], pod.Pod.Node["resources"]);
        return new[] { ("limits", "memory"), ("requests", "cpu") }
            .Where(asked =>
                new[] { own, whole }.All(resources => !resources[asked.Item1][asked.Item2].IsSet && !resources["limits"][asked.Item2].IsSet)
            )
            .Select(asked => new Finding(
                $"{container.Name}: resources.{asked.Item1}.{asked.Item2} is not set",
                (own.IsSet ? own : container.Node).Location
            ));
    }

    private static IEnumerable<Finding> WithoutProbe(Submission submission, Workload workload)
    {
        var isServed = submission.Manifests.OfKind("Service").Any(service => LabelSelector.Selects(service, workload));
        return new[] { "livenessProbe", "readinessProbe" }
            .Where(probe => !workload.Container[probe].IsSet && (isServed || probe == "livenessProbe"))
            .Select(probe => new Finding(
                $"container {workload.Container["name"].Text} of {workload.Manifest} has no {probe}",
                workload.Container.Location
            ));
    }
}
