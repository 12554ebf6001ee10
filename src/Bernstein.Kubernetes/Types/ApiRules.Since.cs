namespace Bernstein.Kubernetes.Types;

internal static partial class ApiRules
{
    /// <summary>
    /// The fields that are younger than 1.24, with the first minor version that knows each, as alpha too: there are no types between 1.22 and
    /// the newest. From https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/; that 1.24 knows none of them an API
    /// server of that version said.
    /// </summary>
    internal static IReadOnlyDictionary<string, int> Since { get; } =
        new Dictionary<string, int>
        {
            ["Container.resizePolicy"] = 27,
            ["Container.restartPolicy"] = 28,
            ["Container.restartPolicyRules"] = 34,
            ["EnvVarSource.fileKeyRef"] = 34,
            ["EphemeralContainer.resizePolicy"] = 27,
            ["EphemeralContainer.restartPolicy"] = 28,
            ["EphemeralContainer.restartPolicyRules"] = 34,
            ["HPAScalingRules.tolerance"] = 33,
            ["JobSpec.backoffLimitPerIndex"] = 28,
            ["JobSpec.managedBy"] = 30,
            ["JobSpec.maxFailedIndexes"] = 28,
            ["JobSpec.podFailurePolicy"] = 25,
            ["JobSpec.podReplacementPolicy"] = 28,
            ["JobSpec.successPolicy"] = 30,
            ["Lifecycle.stopSignal"] = 33,
            ["LifecycleHandler.sleep"] = 29,
            ["CSIPersistentVolumeSource.nodeExpandSecretRef"] = 25,
            ["PersistentVolumeClaimSpec.volumeAttributesClassName"] = 29,
            ["PersistentVolumeSpec.volumeAttributesClassName"] = 29,
            ["PodAffinityTerm.matchLabelKeys"] = 29,
            ["PodAffinityTerm.mismatchLabelKeys"] = 29,
            ["PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy"] = 26,
            ["PodSecurityContext.appArmorProfile"] = 30,
            ["PodSecurityContext.seLinuxChangePolicy"] = 32,
            ["PodSecurityContext.supplementalGroupsPolicy"] = 31,
            ["PodSpec.hostUsers"] = 25,
            ["PodSpec.hostnameOverride"] = 34,
            ["PodSpec.resourceClaims"] = 26,
            ["PodSpec.resources"] = 32,
            ["PodSpec.schedulingGates"] = 26,
            ["ResourceRequirements.claims"] = 26,
            ["SecurityContext.appArmorProfile"] = 30,
            ["ServiceSpec.trafficDistribution"] = 30,
            ["StatefulSetSpec.ordinals"] = 26,
            ["TopologySpreadConstraint.matchLabelKeys"] = 25,
            ["TopologySpreadConstraint.nodeAffinityPolicy"] = 25,
            ["TopologySpreadConstraint.nodeTaintsPolicy"] = 25,
            ["Volume.image"] = 31,
            ["VolumeMount.recursiveReadOnly"] = 30,
            ["VolumeProjection.clusterTrustBundle"] = 29,
            ["VolumeProjection.podCertificate"] = 34,
        };
}
