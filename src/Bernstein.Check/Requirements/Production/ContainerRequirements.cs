namespace Bernstein.Check.Requirements;

/// <summary>What each container must say of itself: which image, how much of the node, and whether it is well.</summary>
internal static class ContainerRequirements
{
    private static readonly string[] Lasting = ["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "ReplicationController"];

    internal static Verdict Images(Submission submission) => OfContainers(submission, WhyNotPinned);

    internal static Verdict Resources(Submission submission) => OfContainers(submission, WhyUnbounded);

    internal static Verdict Probes(Submission submission) =>
        Verdict.OfEach(
            submission.Workloads.Where(workload => Lasting.Contains(workload.Manifest.Kind)),
            "there is no workload that keeps running",
            workload =>
                from probe in new[] { "livenessProbe", "readinessProbe" }
                where !workload.Container[probe].IsSet
                where
                    probe == "livenessProbe"
                    || submission.Manifests.OfKind("Service").Any(service => LabelSelector.Selects(service, workload))
                select workload.Container.Refused($"container {workload.Container["name"].Text} of {workload.Manifest} has no {probe}")
        );

    private static Verdict OfContainers(Submission submission, Func<PodParts, PodPart, IEnumerable<Finding>> findings) =>
        Verdict.OfEach(
            submission.Workloads.Select(workload => new PodParts(workload, PodSecurityStandards.Newest)),
            "there is no workload",
            pod => pod.Containers.SelectMany(container => findings(pod, container))
        );

    private static IEnumerable<Finding> WhyNotPinned(PodParts pod, PodPart container)
    {
        var image = container.Node["image"];
        var tag = image.Text is { } text && !text.Contains("@sha256:", StringComparison.Ordinal) ? text.Split('/')[^1].Split(':', 2) : null;
        return image.RefusedIf(
            tag is [_] or [_, "latest"],
            () => $"{container.Name}: image is {image.Text}{(tag is [_] ? ", which means latest" : "")}; asked for is a tag, or a digest"
        );
    }

    // A limit alone is a request too. From 1.34 on a pod may say it for all its containers.
    private static IEnumerable<Finding> WhyUnbounded(PodParts pod, PodPart container)
    {
        var resources = new[] { container.Node["resources"], pod.Pod.Node["resources"] };
        return from asked in new[] { (Kind: "limits", Name: "memory"), (Kind: "requests", Name: "cpu") }
            where resources.All(part => !part[asked.Kind][asked.Name].IsSet && !part["limits"][asked.Name].IsSet)
            select container.Node.RefusedNear("resources", $"{container.Name}: resources.{asked.Kind}.{asked.Name} is not set");
    }
}
