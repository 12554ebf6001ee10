namespace Bernstein.Check.Requirements;

/// <summary><c>production.pod-security</c>: no pod has more rights than it needs.</summary>
internal static class PodSecurityRequirement
{
    private const string Capabilities = "Capabilities";

    /// <summary>What cadvisor can't do without: the folders of the node that it reads, and root, who may read them.</summary>
    private static readonly string[] NotOfCadvisor = ["Volume Types", "Running as Non-root", "Running as Non-root user", Capabilities];

    /// <summary>Of the capabilities, it is held to baseline: to those that a container has by default.</summary>
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
}
