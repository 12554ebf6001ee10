namespace Bernstein.Kubernetes.Types;

internal static partial class ApiRules
{
    /// <summary>The values that a field may have.</summary>
    private static readonly FieldTable<string[]> Choices = new(
        """
        Always OnFailure Never: PodSpec.restartPolicy
        ClusterFirst ClusterFirstWithHostNet Default None: PodSpec.dnsPolicy
        Never PreemptLowerPriority: PodSpec.preemptionPolicy PriorityClass.preemptionPolicy!
        Always OnRootMismatch: PodSecurityContext.fsGroupChangePolicy!
        DoNotSchedule ScheduleAnyway: TopologySpreadConstraint.whenUnsatisfiable!
        In NotIn Exists DoesNotExist: LabelSelectorRequirement.operator!
        In NotIn Exists DoesNotExist Gt Lt: NodeSelectorRequirement.operator!
        Exists Equal Lt Gt: Toleration.operator
        NoSchedule PreferNoSchedule NoExecute: Toleration.effect
        Always IfNotPresent Never: Container.imagePullPolicy
        File FallbackToLogsOnError: Container.terminationMessagePolicy
        TCP UDP SCTP: ContainerPort.protocol ServicePort.protocol NetworkPolicyPort.protocol!
        HTTP HTTPS: HTTPGetAction.scheme
        RuntimeDefault Localhost Unconfined: SeccompProfile.type!
        v1: ObjectFieldSelector.apiVersion
        None HostToContainer Bidirectional: VolumeMount.mountPropagation
        DirectoryOrCreate Directory FileOrCreate File Socket CharDevice BlockDevice: HostPathVolumeSource.type
        RollingUpdate Recreate: DeploymentStrategy.type
        RollingUpdate OnDelete: DaemonSetUpdateStrategy.type StatefulSetUpdateStrategy.type
        OrderedReady Parallel: StatefulSetSpec.podManagementPolicy
        NonIndexed Indexed: JobSpec.completionMode!
        Allow Forbid Replace: CronJobSpec.concurrencyPolicy
        Object Pods Resource ContainerResource External: MetricSpec.type!
        Utilization Value AverageValue: MetricTarget.type!
        Pods Percent: HPAScalingPolicy.type!
        Max Min Disabled: HPAScalingRules.selectPolicy!
        ClusterIP NodePort LoadBalancer ExternalName: ServiceSpec.type
        ClientIP None: ServiceSpec.sessionAffinity
        Cluster Local: ServiceSpec.externalTrafficPolicy ServiceSpec.internalTrafficPolicy
        SingleStack PreferDualStack RequireDualStack: ServiceSpec.ipFamilyPolicy
        IPv4 IPv6: ServiceSpec.ipFamilies
        Exact Prefix ImplementationSpecific: HTTPIngressPath.pathType!
        Ingress Egress: NetworkPolicySpec.policyTypes!
        ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod: PersistentVolumeClaimSpec.accessModes! PersistentVolumeSpec.accessModes!
        Filesystem Block: PersistentVolumeSpec.volumeMode! PersistentVolumeClaimSpec.volumeMode!
        Retain Recycle Delete: PersistentVolumeSpec.persistentVolumeReclaimPolicy
        Delete Retain: StorageClass.reclaimPolicy
        Immediate WaitForFirstConsumer: StorageClass.volumeBindingMode!
        rbac.authorization.k8s.io: RoleRef.apiGroup
        ClusterRole Role: RoleRef.kind!
        ServiceAccount User Group: Subject.kind!
        """,
        asked => asked.Split(' ')
    );

    /// <summary>The ranges of whole numbers; all others are of 32 bits.</summary>
    private static readonly FieldTable<(long Least, long Most)> Ranges = new(
        """
        1..65535: ContainerPort.containerPort ServicePort.port HTTPGetAction.port TCPSocketAction.port GRPCAction.port
                  NetworkPolicyPort.port NetworkPolicyPort.endPort ServiceBackendPort.number
        0..65535: ContainerPort.hostPort ServicePort.targetPort
        0..511: ConfigMapVolumeSource.defaultMode SecretVolumeSource.defaultMode KeyToPath.mode
        1..100: WeightedPodAffinityTerm.weight PreferredSchedulingTerm.weight
        0..3600: HPAScalingRules.stabilizationWindowSeconds
        1..1800: HPAScalingPolicy.periodSeconds
        600..4294967296: ServiceAccountTokenProjection.expirationSeconds
        -2147483648..1000000000: PriorityClass.value
        0..2147483647: Probe.initialDelaySeconds Probe.periodSeconds Probe.timeoutSeconds Probe.successThreshold Probe.failureThreshold
                       DeploymentSpec.replicas StatefulSetSpec.replicas ReplicaSetSpec.replicas DeploymentSpec.minReadySeconds
                       DaemonSetSpec.minReadySeconds StatefulSetSpec.minReadySeconds ReplicaSetSpec.minReadySeconds
                       DeploymentSpec.revisionHistoryLimit DeploymentSpec.progressDeadlineSeconds
                       RollingUpdateDeployment.maxSurge RollingUpdateDeployment.maxUnavailable RollingUpdateDaemonSet.maxSurge
                       RollingUpdateDaemonSet.maxUnavailable RollingUpdateStatefulSetStrategy.partition
                       JobSpec.parallelism JobSpec.completions JobSpec.backoffLimit JobSpec.ttlSecondsAfterFinished
                       CronJobSpec.successfulJobsHistoryLimit CronJobSpec.failedJobsHistoryLimit
                       PodDisruptionBudgetSpec.minAvailable PodDisruptionBudgetSpec.maxUnavailable
                       PodSecurityContext.runAsUser PodSecurityContext.runAsGroup PodSecurityContext.fsGroup
                       PodSecurityContext.supplementalGroups SecurityContext.runAsUser SecurityContext.runAsGroup
        1..2147483647: PodSpec.activeDeadlineSeconds TopologySpreadConstraint.maxSkew HPAScalingPolicy.value
                       HorizontalPodAutoscalerSpec.minReplicas HorizontalPodAutoscalerSpec.maxReplicas
                       HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage MetricTarget.averageUtilization
        0..9223372036854775807: JobSpec.activeDeadlineSeconds CronJobSpec.startingDeadlineSeconds
        1..9223372036854775807: Probe.terminationGracePeriodSeconds
        -9223372036854775808..9223372036854775807: PodSpec.terminationGracePeriodSeconds Toleration.tolerationSeconds
                       ObjectMeta.generation ObjectMeta.deletionGracePeriodSeconds
        """,
        asked =>
            asked.Split("..") is [var least, var most]
                ? (long.Parse(least, CultureInfo.InvariantCulture), long.Parse(most, CultureInfo.InvariantCulture))
                : throw new FormatException(asked)
    );
}
