namespace Bernstein.Check.Requirements;

/// <summary>What each pod must say of itself: no more rights than it needs, which images, how much of the node, and whether it is well.</summary>
internal static class PodRequirements
{
    private const string Capabilities = "Capabilities";

    private static readonly string[] Lasting = ["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "ReplicationController"];

    // What cadvisor can't do without: the folders of the node that it reads, and root, who may read them.
    private static readonly string[] NotOfCadvisor = ["Volume Types", "Running as Non-root", "Running as Non-root user", Capabilities];

    // Of the capabilities, it is held to baseline: to those that a container has by default.
    private static readonly string[] AllButCapabilities =
    [
        .. PodSecurityStandards.Names(PodSecurityLevel.Baseline).Where(name => name != Capabilities),
    ];

    internal static Verdict PodSecurity(Submission submission)
    {
        var (cadvisor, version) = (submission.WorkloadOf(Component.Cadvisor)?.Manifest, submission.KubernetesVersion);
        return Verdict.OfEach(
            submission.Workloads,
            "there is no workload",
            workload =>
                workload.Manifest != cadvisor
                    ? PodSecurityStandards.Findings(workload, PodSecurityLevel.Restricted, version)
                    :
                    [
                        .. PodSecurityStandards.Findings(workload, PodSecurityLevel.Restricted, version, NotOfCadvisor),
                        .. PodSecurityStandards.Findings(workload, PodSecurityLevel.Baseline, version, AllButCapabilities),
                    ]
        );
    }

    internal static Verdict Images(Submission submission) =>
        OfContainers(
            submission,
            (_, container) =>
            {
                var image = container.Node["image"];
                var isNamed = image.Text is { } text && !text.Contains("@sha256:", StringComparison.Ordinal);
                var tag = isNamed ? image.Text!.Split('/')[^1].Split(':', 2) : null;
                return image.RefusedIf(
                    tag is [_] or [_, "latest"],
                    () =>
                        $"{container.Name}: image is {image.Text}{(tag is [_] ? ", which means latest" : "")}; asked for is a tag, or a digest"
                );
            }
        );

    // A limit alone is a request too. From 1.34 on a pod may say it for all its containers.
    internal static Verdict Resources(Submission submission) =>
        OfContainers(
            submission,
            (pod, container) =>
                from asked in new[] { (Kind: "limits", Name: "memory"), (Kind: "requests", Name: "cpu") }
                where
                    new[] { container.Node, pod.Pod.Node }
                        .Select(part => part["resources"])
                        .All(part => !part[asked.Kind][asked.Name].IsSet && !part["limits"][asked.Name].IsSet)
                select container.Node.Nearest("resources").Refused($"{container.Name}: resources.{asked.Kind}.{asked.Name} is not set")
        );

    internal static Verdict Probes(Submission submission) =>
        Verdict.OfEach(
            submission.Workloads.Where(workload => Lasting.Contains(workload.Manifest.Kind)),
            "there is no workload that keeps running",
            workload =>
                from probe in new[] { "livenessProbe", "readinessProbe" }
                where !workload.Container[probe].IsSet
                where probe == "livenessProbe" || submission.ServicesTo(workload).Any()
                select workload.Container.Refused($"container {workload.Container["name"].Text} of {workload.Manifest} has no {probe}")
        );

    private static Verdict OfContainers(Submission submission, Func<PodParts, PodPart, IEnumerable<Finding>> findings) =>
        Verdict.OfEach(
            submission.Workloads.Select(workload => new PodParts(workload, PodSecurityStandards.Newest)),
            "there is no workload",
            pod => pod.Containers.SelectMany(container => findings(pod, container))
        );
}
