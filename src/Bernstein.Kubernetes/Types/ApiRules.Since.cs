namespace Bernstein.Kubernetes.Types;

internal static partial class ApiRules
{
    /// <summary>
    /// The fields that are younger than 1.24, with the first minor version that knows each, as alpha too: there are no types between 1.22 and
    /// the newest. From https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/; that 1.24 knows none of them an API
    /// server of that version said.
    /// </summary>
    internal static readonly FieldTable<int> Since = new(
        """
        25: JobSpec.podFailurePolicy CSIPersistentVolumeSource.nodeExpandSecretRef PodSpec.hostUsers
            TopologySpreadConstraint.matchLabelKeys TopologySpreadConstraint.nodeAffinityPolicy
            TopologySpreadConstraint.nodeTaintsPolicy
        26: PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy PodSpec.resourceClaims PodSpec.schedulingGates
            ResourceRequirements.claims StatefulSetSpec.ordinals
        27: Container.resizePolicy EphemeralContainer.resizePolicy
        28: Container.restartPolicy EphemeralContainer.restartPolicy JobSpec.backoffLimitPerIndex JobSpec.maxFailedIndexes
            JobSpec.podReplacementPolicy
        29: LifecycleHandler.sleep PersistentVolumeClaimSpec.volumeAttributesClassName
            PersistentVolumeSpec.volumeAttributesClassName PodAffinityTerm.matchLabelKeys PodAffinityTerm.mismatchLabelKeys
            VolumeProjection.clusterTrustBundle
        30: JobSpec.managedBy JobSpec.successPolicy PodSecurityContext.appArmorProfile SecurityContext.appArmorProfile
            ServiceSpec.trafficDistribution VolumeMount.recursiveReadOnly
        31: PodSecurityContext.supplementalGroupsPolicy Volume.image
        32: PodSecurityContext.seLinuxChangePolicy PodSpec.resources
        33: HPAScalingRules.tolerance Lifecycle.stopSignal
        34: Container.restartPolicyRules EnvVarSource.fileKeyRef EphemeralContainer.restartPolicyRules PodSpec.hostnameOverride
            VolumeProjection.podCertificate
        """,
        int.Parse
    );
}
