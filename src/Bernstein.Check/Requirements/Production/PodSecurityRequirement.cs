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

    internal static Requirement PodSecurity() =>
        new(
            "production.pod-security",
            Severity.Production,
            "Every pod meets the restricted level of the Pod Security Standards; only cadvisor may mount folders of the node and be root.",
            "An attacker in one program is root, and can take the node with everything on it.",
            "Write in the securityContext of each pod runAsNonRoot: true and seccompProfile: {type: RuntimeDefault}, and in that of each container allowPrivilegeEscalation: false and capabilities: {drop: [ALL]}.",
            submission =>
            {
                var cadvisor = submission.WorkloadOf(Component.Cadvisor)?.Manifest;
                return submission.Workloads.Count == 0
                    ? Verdict.NotJudged("there is no workload")
                    : Verdict.Of(
                        submission.Workloads.SelectMany(workload =>
                            workload.Manifest == cadvisor
                                ? OfCadvisor(workload, submission.KubernetesVersion)
                                : PodSecurityStandards.Findings(workload, PodSecurityLevel.Restricted, submission.KubernetesVersion)
                        )
                    );
            }
        );

    private static IEnumerable<Finding> OfCadvisor(Workload cadvisor, Version? version) =>
        PodSecurityStandards
            .Findings(cadvisor, PodSecurityLevel.Restricted, version, NotOfCadvisor)
            .Concat(PodSecurityStandards.Findings(cadvisor, PodSecurityLevel.Baseline, version, AllButCapabilities));
}
