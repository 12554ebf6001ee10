using System.Text.RegularExpressions;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Kubernetes;

/// <summary>
/// What the API server demands and its OpenAPI does not say: from the validation that the API reference describes in prose
/// (https://kubernetes.io/docs/reference/kubernetes-api/) and the rules for names
/// (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/).
/// </summary>
internal static partial class ApiRules
{
    private static readonly string[] TolerationEffects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    /// <summary>The values that a field may have, by type and field.</summary>
    private static IReadOnlyDictionary<string, string[]> Choices { get; } =
        new Dictionary<string, string[]>
        {
            ["PodSpec.restartPolicy"] = ["Always", "OnFailure", "Never"],
            ["PodSpec.dnsPolicy"] = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
            ["Container.imagePullPolicy"] = ["Always", "IfNotPresent", "Never"],
            ["ContainerPort.protocol"] = ["TCP", "UDP", "SCTP"],
            ["ServicePort.protocol"] = ["TCP", "UDP", "SCTP"],
            ["ServiceSpec.type"] = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"],
            ["DeploymentStrategy.type"] = ["RollingUpdate", "Recreate"],
            ["DaemonSetUpdateStrategy.type"] = ["RollingUpdate", "OnDelete"],
            ["HTTPIngressPath.pathType"] = ["Exact", "Prefix", "ImplementationSpecific"],
            ["PersistentVolumeClaimSpec.accessModes"] = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"],
            ["PersistentVolumeSpec.accessModes"] = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"],
            ["PersistentVolumeSpec.persistentVolumeReclaimPolicy"] = ["Retain", "Recycle", "Delete"],
            ["HostPathVolumeSource.type"] =
            [
                "",
                "DirectoryOrCreate",
                "Directory",
                "FileOrCreate",
                "File",
                "Socket",
                "CharDevice",
                "BlockDevice",
            ],
            ["Toleration.operator"] = ["Exists", "Equal", "Lt", "Gt"],
            ["Toleration.effect"] = TolerationEffects,
            ["LabelSelectorRequirement.operator"] = ["In", "NotIn", "Exists", "DoesNotExist"],
            ["NodeSelectorRequirement.operator"] = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"],
            ["TopologySpreadConstraint.whenUnsatisfiable"] = ["DoNotSchedule", "ScheduleAnyway"],
            ["RoleRef.apiGroup"] = ["rbac.authorization.k8s.io"],
            ["RoleRef.kind"] = ["ClusterRole", "Role"],
            ["Subject.kind"] = ["ServiceAccount", "User", "Group"],
            ["ServiceSpec.sessionAffinity"] = ["ClientIP", "None"],
            ["ServiceSpec.externalTrafficPolicy"] = ["Cluster", "Local"],
            ["CronJobSpec.concurrencyPolicy"] = ["Allow", "Forbid", "Replace"],
            ["StatefulSetSpec.podManagementPolicy"] = ["OrderedReady", "Parallel"],
            ["StatefulSetUpdateStrategy.type"] = ["RollingUpdate", "OnDelete"],
            ["PersistentVolumeSpec.volumeMode"] = ["Filesystem", "Block"],
            ["PersistentVolumeClaimSpec.volumeMode"] = ["Filesystem", "Block"],
            ["Container.terminationMessagePolicy"] = ["File", "FallbackToLogsOnError"],
            ["HTTPGetAction.scheme"] = ["HTTP", "HTTPS"],
            ["SeccompProfile.type"] = ["RuntimeDefault", "Localhost", "Unconfined"],
            ["PodSecurityContext.fsGroupChangePolicy"] = ["Always", "OnRootMismatch"],
            ["NetworkPolicySpec.policyTypes"] = ["Ingress", "Egress"],
            ["NetworkPolicyPort.protocol"] = ["TCP", "UDP", "SCTP"],
            ["StorageClass.reclaimPolicy"] = ["Delete", "Retain"],
            ["StorageClass.volumeBindingMode"] = ["Immediate", "WaitForFirstConsumer"],
            ["PriorityClass.preemptionPolicy"] = ["Never", "PreemptLowerPriority"],
            ["VolumeMount.mountPropagation"] = ["None", "HostToContainer", "Bidirectional"],
        };

    // Where an empty text is refused; elsewhere it means the default.
    private static readonly string[] WithoutDefault =
    [
        "LabelSelectorRequirement.operator",
        "NodeSelectorRequirement.operator",
        "TopologySpreadConstraint.whenUnsatisfiable",
        "RoleRef.kind",
        "Subject.kind",
        "HTTPIngressPath.pathType",
        "PersistentVolumeClaimSpec.accessModes",
        "PersistentVolumeSpec.accessModes",
        "NetworkPolicySpec.policyTypes",
        "SeccompProfile.type",
        "PodSecurityContext.fsGroupChangePolicy",
        "PersistentVolumeSpec.volumeMode",
        "StorageClass.volumeBindingMode",
        "PriorityClass.preemptionPolicy",
        "NetworkPolicyPort.protocol",
    ];

    // Where an empty text is refused though an absent field is not.
    private static readonly string[] NeverEmpty =
    [
        "HTTPGetAction.port",
        "TCPSocketAction.port",
        "IngressSpec.ingressClassName",
        "IngressTLS.hosts",
        "HostAlias.hostnames",
        "PodDNSConfig.searches",
        "PodDNSConfig.nameservers",
        "IPBlock.except",
        "PodAffinityTerm.namespaces",
        "TypedLocalObjectReference.apiGroup",
        "IngressClassParametersReference.apiGroup",
        "ServiceSpec.externalIPs",
        "ServiceSpec.loadBalancerSourceRanges",
        "RollingUpdateDeployment.maxSurge",
        "RollingUpdateDeployment.maxUnavailable",
        "RollingUpdateDaemonSet.maxSurge",
        "RollingUpdateDaemonSet.maxUnavailable",
        "PodDisruptionBudgetSpec.minAvailable",
        "PodDisruptionBudgetSpec.maxUnavailable",
    ];

    // The whole numbers of 64 bits; all others have 32.
    private static readonly string[] Long =
    [
        "PodSpec.activeDeadlineSeconds",
        "PodSpec.terminationGracePeriodSeconds",
        "JobSpec.activeDeadlineSeconds",
        "CronJobSpec.startingDeadlineSeconds",
        "Toleration.tolerationSeconds",
        "Probe.terminationGracePeriodSeconds",
        "PodSecurityContext.runAsUser",
        "PodSecurityContext.runAsGroup",
        "PodSecurityContext.fsGroup",
        "PodSecurityContext.supplementalGroups",
        "SecurityContext.runAsUser",
        "SecurityContext.runAsGroup",
        "ServiceAccountTokenProjection.expirationSeconds",
        "ObjectMeta.generation",
        "ObjectMeta.deletionGracePeriodSeconds",
    ];

    /// <summary>Fields that must be there, by type.</summary>
    internal static IReadOnlyDictionary<string, string[]> Required { get; } =
        new Dictionary<string, string[]>
        {
            ["Container"] = ["name", "image"],
            ["Deployment"] = ["spec"],
            ["DaemonSet"] = ["spec"],
            ["StatefulSet"] = ["spec"],
            ["ReplicaSet"] = ["spec"],
            ["Job"] = ["spec"],
            ["CronJob"] = ["spec"],
            ["Pod"] = ["spec"],
            ["Service"] = ["spec"],
            ["PersistentVolume"] = ["spec"],
            ["PersistentVolumeClaim"] = ["spec"],
            ["HorizontalPodAutoscaler"] = ["spec"],
            ["IngressClass"] = ["spec"],
            ["PodTemplateSpec"] = ["spec"],
            ["JobTemplateSpec"] = ["spec"],
            ["ReplicaSetSpec"] = ["template"],
            ["IngressClassSpec"] = ["controller"],
            ["HostPathVolumeSource"] = ["path"],
            ["ConfigMapKeySelector"] = ["key", "name"],
            ["SecretKeySelector"] = ["key", "name"],
            ["ConfigMapVolumeSource"] = ["name"],
            ["IngressServiceBackend"] = ["name", "port"],
            ["ExecAction"] = ["command"],
            ["ConfigMapEnvSource"] = ["name"],
            ["SecretEnvSource"] = ["name"],
            ["SecretVolumeSource"] = ["secretName"],
            ["ConfigMapProjection"] = ["name"],
            ["SecretProjection"] = ["name"],
            ["Ingress"] = ["spec"],
            ["VolumeNodeAffinity"] = ["required"],
            ["PodDNSConfigOption"] = ["name"],
            ["PersistentVolumeClaimSpec"] = ["accessModes", "resources"],
            ["PersistentVolumeSpec"] = ["accessModes", "capacity"],
            ["VolumeMount"] = ["mountPath", "name"],
            ["PodAffinityTerm"] = ["topologyKey"],
        };

    /// <summary>What a text field must look like, by type and field: the pattern, and its name for people.</summary>
    private static IReadOnlyDictionary<string, (Regex Pattern, string Words)> Looks { get; } =
        new Dictionary<string, (Regex, string)>
        {
            ["ServicePort.targetPort"] = (PortName(), "a number, or the name of a port: lower-case letters, digits and -, at most 15"),
            ["HTTPGetAction.port"] = (PortName(), "a number, or the name of a port: lower-case letters, digits and -, at most 15"),
            ["TCPSocketAction.port"] = (PortName(), "a number, or the name of a port: lower-case letters, digits and -, at most 15"),
            ["NetworkPolicyPort.port"] = (PortName(), "a number, or the name of a port: lower-case letters, digits and -, at most 15"),
            ["ServiceBackendPort.name"] = (PortName(), "the name of a port: lower-case letters, digits and -, at most 15"),
            ["IngressServiceBackend.name"] = (ServiceName(), "the name of a Service"),
            ["IngressSpec.ingressClassName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["PersistentVolumeSpec.storageClassName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["PersistentVolumeClaimSpec.storageClassName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["PodSpec.serviceAccountName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["PodSpec.nodeName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["PodSpec.priorityClassName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["ConfigMapKeySelector.name"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["SecretKeySelector.name"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["ConfigMapEnvSource.name"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["SecretEnvSource.name"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["HostAlias.hostnames"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["PodDNSConfig.searches"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["ServiceSpec.externalName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["TypedLocalObjectReference.apiGroup"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["IngressClassParametersReference.apiGroup"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["IPBlock.except"] = (AddressRange(), "a range of IP addresses such as 10.0.0.0/8"),
            ["PodAffinityTerm.namespaces"] = (DnsLabel(), "a DNS label: lower-case letters, digits and -, at most 63"),
            ["NFSVolumeSource.path"] = (Absolute(), "a path that begins with /"),
            ["Container.image"] = (Trimmed(), "a text without blanks at its ends"),
            ["Toleration.value"] = (LabelValue(), "a label's value: letters, digits, -, _ and ., at most 63"),
            ["IngressClassSpec.controller"] = (WithDomain(), "a path with a domain before it such as traefik.io/ingress-controller"),
            ["StorageClass.provisioner"] = (LabelKey(), "a name such as kubernetes.io/no-provisioner"),
            ["PodSpec.hostname"] = (DnsLabel(), "a DNS label: lower-case letters, digits and -, at most 63"),
            ["PodSpec.subdomain"] = (DnsLabel(), "a DNS label: lower-case letters, digits and -, at most 63"),
            ["IngressTLS.hosts"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["IngressTLS.secretName"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["ServiceSpec.externalIPs"] = (Address(), "an IP address"),
            ["ServiceSpec.clusterIP"] = (AddressOrNone(), "an IP address, or None"),
            ["ServiceSpec.loadBalancerSourceRanges"] = (AddressRange(), "a range of IP addresses such as 10.0.0.0/8"),
            ["IPBlock.cidr"] = (AddressRange(), "a range of IP addresses such as 10.0.0.0/8"),
            ["HostAlias.ip"] = (Address(), "an IP address"),
            ["PodDNSConfig.nameservers"] = (Address(), "an IP address"),
            ["CronJobSpec.schedule"] = (Schedule(), "five fields such as */5 * * * *, or @daily"),
            ["ConfigMapKeySelector.key"] = (DataKey(), "a key: letters, digits, -, _ and ."),
            ["SecretKeySelector.key"] = (DataKey(), "a key: letters, digits, -, _ and ."),
            ["EnvFromSource.prefix"] = (VariableName(), "the begin of a name of an environment variable"),
            ["PodAffinityTerm.topologyKey"] = (LabelKey(), "the key of a label"),
            ["LabelSelectorRequirement.key"] = (LabelKey(), "the key of a label"),
            ["NodeSelectorRequirement.key"] = (LabelKey(), "the key of a label"),
            ["Toleration.key"] = (LabelKey(), "the key of a taint"),
            ["RollingUpdateDaemonSet.maxSurge"] = (Percentage(), "a whole number or a percentage such as 25%"),
            ["RollingUpdateDaemonSet.maxUnavailable"] = (Percentage(), "a whole number or a percentage such as 25%"),
            ["PodDisruptionBudgetSpec.minAvailable"] = (Percentage(), "a whole number or a percentage such as 25%"),
            ["PodDisruptionBudgetSpec.maxUnavailable"] = (Percentage(), "a whole number or a percentage such as 25%"),
            ["Container.name"] = (DnsLabel(), "a DNS label: lower-case letters, digits and -, at most 63"),
            ["ContainerPort.name"] = (PortName(), "a port name: lower-case letters, digits and -, at most 15"),
            ["ServicePort.name"] = (DnsLabel(), "a DNS label: lower-case letters, digits and -, at most 63"),
            ["Volume.name"] = (DnsLabel(), "a DNS label: lower-case letters, digits and -, at most 63"),
            ["IngressRule.host"] = (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
            ["EnvVar.name"] = (VariableName(), "a name of an environment variable"),
            ["RollingUpdateDeployment.maxSurge"] = (Percentage(), "a whole number or a percentage such as 25%"),
            ["RollingUpdateDeployment.maxUnavailable"] = (Percentage(), "a whole number or a percentage such as 25%"),
        };

    /// <summary>Whole numbers with a range, by type and field.</summary>
    private static IReadOnlyDictionary<string, (long Least, long Most)> Ranges { get; } =
        new Dictionary<string, (long, long)>
        {
            ["ContainerPort.containerPort"] = (1, 65535),
            ["ContainerPort.hostPort"] = (0, 65535),
            ["ServicePort.port"] = (1, 65535),
            ["ServicePort.nodePort"] = (0, 65535),
            ["ServicePort.targetPort"] = (0, 65535),
            ["HTTPGetAction.port"] = (1, 65535),
            ["TCPSocketAction.port"] = (1, 65535),
            ["NetworkPolicyPort.port"] = (1, 65535),
            ["ClientIPConfig.timeoutSeconds"] = (1, 86400),
            ["Probe.initialDelaySeconds"] = (0, int.MaxValue),
            ["Probe.periodSeconds"] = (0, int.MaxValue),
            ["Probe.timeoutSeconds"] = (0, int.MaxValue),
            ["Probe.successThreshold"] = (0, int.MaxValue),
            ["Probe.failureThreshold"] = (0, int.MaxValue),
            ["StatefulSetSpec.replicas"] = (0, int.MaxValue),
            ["ReplicaSetSpec.replicas"] = (0, int.MaxValue),
            ["DeploymentSpec.minReadySeconds"] = (0, int.MaxValue),
            ["DaemonSetSpec.minReadySeconds"] = (0, int.MaxValue),
            ["StatefulSetSpec.minReadySeconds"] = (0, int.MaxValue),
            ["ReplicaSetSpec.minReadySeconds"] = (0, int.MaxValue),
            ["DeploymentSpec.revisionHistoryLimit"] = (0, int.MaxValue),
            ["DeploymentSpec.progressDeadlineSeconds"] = (0, int.MaxValue),
            ["RollingUpdateDeployment.maxSurge"] = (0, int.MaxValue),
            ["RollingUpdateDeployment.maxUnavailable"] = (0, int.MaxValue),
            ["RollingUpdateDaemonSet.maxSurge"] = (0, int.MaxValue),
            ["RollingUpdateDaemonSet.maxUnavailable"] = (0, int.MaxValue),
            ["RollingUpdateStatefulSetStrategy.partition"] = (0, int.MaxValue),
            ["JobSpec.parallelism"] = (0, int.MaxValue),
            ["JobSpec.completions"] = (0, int.MaxValue),
            ["JobSpec.backoffLimit"] = (0, int.MaxValue),
            ["JobSpec.activeDeadlineSeconds"] = (0, long.MaxValue),
            ["JobSpec.ttlSecondsAfterFinished"] = (0, int.MaxValue),
            ["CronJobSpec.startingDeadlineSeconds"] = (0, long.MaxValue),
            ["CronJobSpec.successfulJobsHistoryLimit"] = (0, int.MaxValue),
            ["CronJobSpec.failedJobsHistoryLimit"] = (0, int.MaxValue),
            ["ServiceAccountTokenProjection.expirationSeconds"] = (600, 1L << 32),
            ["PodDisruptionBudgetSpec.minAvailable"] = (0, int.MaxValue),
            ["PodDisruptionBudgetSpec.maxUnavailable"] = (0, int.MaxValue),
            ["PodSpec.activeDeadlineSeconds"] = (1, int.MaxValue),
            ["PodSecurityContext.runAsUser"] = (0, int.MaxValue),
            ["PodSecurityContext.runAsGroup"] = (0, int.MaxValue),
            ["PodSecurityContext.fsGroup"] = (0, int.MaxValue),
            ["PodSecurityContext.supplementalGroups"] = (0, int.MaxValue),
            ["SecurityContext.runAsUser"] = (0, int.MaxValue),
            ["SecurityContext.runAsGroup"] = (0, int.MaxValue),
            ["TopologySpreadConstraint.maxSkew"] = (1, int.MaxValue),
            ["WeightedPodAffinityTerm.weight"] = (1, 100),
            ["PreferredSchedulingTerm.weight"] = (1, 100),
            ["ConfigMapVolumeSource.defaultMode"] = (0, 511),
            ["SecretVolumeSource.defaultMode"] = (0, 511),
            ["KeyToPath.mode"] = (0, 511),
            ["HorizontalPodAutoscalerSpec.minReplicas"] = (1, int.MaxValue),
            ["HorizontalPodAutoscalerSpec.maxReplicas"] = (1, int.MaxValue),
            ["HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage"] = (1, int.MaxValue),
            ["PriorityClass.value"] = (int.MinValue, 1_000_000_000),
            ["ServiceBackendPort.number"] = (1, 65535),
            ["DeploymentSpec.replicas"] = (0, int.MaxValue),
        };

    /// <summary>What is asked of a field beyond its type; null where the value is so.</summary>
    /// <param name="field">Type and field: <c>PodSpec.restartPolicy</c>.</param>
    /// <param name="scalar">Its value, of the right type.</param>
    internal static string? WhatIsAsked(string field, Scalar scalar)
    {
        if (
            Choices.TryGetValue(field, out var choices)
            && !choices.Contains(scalar.Value)
            && (scalar.Value.Length > 0 || WithoutDefault.Contains(field))
        )
        {
            return $"one of {string.Join(", ", choices)}";
        }

        if (
            Looks.TryGetValue(field, out var look)
            && scalar.Type == ScalarType.Text
            && (scalar.Value.Length > 0 || NeverEmpty.Contains(field))
            && !look.Pattern.IsMatch(scalar.Value)
        )
        {
            return look.Words;
        }

        if (scalar.Number is < int.MinValue or > int.MaxValue && !Long.Contains(field) && !Ranges.ContainsKey(field))
        {
            return "a whole number of 32 bits";
        }

        return Ranges.TryGetValue(field, out var range) && (scalar.Number < range.Least || scalar.Number > range.Most)
            ? $"a whole number from {range.Least} to {range.Most}"
            : null;
    }

    /// <summary>
    /// What the name of an object must look like: a Service's is a DNS label, most others' a DNS name, and a role's may hold anything but /
    /// and %.
    /// </summary>
    internal static (Regex Pattern, string Words) NameOf(string kind) =>
        kind switch
        {
            "Service" => (ServiceName(), "a DNS label that begins with a letter: lower-case letters, digits and -, at most 63"),
            "Job" => (JobName(), "a DNS name of at most 63 characters, which its pods carry as a label"),
            "CronJob" => (CronJobName(), "a DNS name of at most 52 characters, to which its Jobs add 11"),
            "PriorityClass" => (UserPriority(), "a DNS name that does not begin with system-"),
            "Namespace" => (DnsLabel(), "a DNS label: lower-case letters, digits and -, at most 63"),
            "Role" or "ClusterRole" or "RoleBinding" or "ClusterRoleBinding" => (PathSegment(), "a name without / and %"),
            _ => (DnsName(), "a DNS name: lower-case letters, digits, - and ."),
        };

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex DnsLabel();

    [GeneratedRegex("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex ServiceName();

    [GeneratedRegex(@"^(\*\.)?(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex DnsName();

    [GeneratedRegex("^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$")]
    private static partial Regex PortName();

    [GeneratedRegex("^[-._a-zA-Z][-._a-zA-Z0-9]*$")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(None|(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$")]
    private static partial Regex AddressOrNone();

    [GeneratedRegex(
        @"^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}/([12]?\d|3[0-2])|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/\d{1,3})$"
    )]
    private static partial Regex AddressRange();

    [GeneratedRegex(
        @"^(@(yearly|annually|monthly|weekly|daily|midnight|hourly|every .+)|((CRON_)?TZ=\S+ +)?(\*|[0-5]?\d|\?)([-/,]([0-5]?\d|\*))*( +[*?0-9A-Za-z/,-]+){4})$"
    )]
    private static partial Regex Schedule();

    [GeneratedRegex("^[-._a-zA-Z0-9]{1,253}$")]
    private static partial Regex DataKey();

    [GeneratedRegex(
        @"^((?=[^/]{1,253}/)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)$"
    )]
    internal static partial Regex LabelKey();

    [GeneratedRegex("^/")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"^\S(.*\S)?$")]
    private static partial Regex Trimmed();

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^[a-z0-9][-a-z0-9.]*/[-A-Za-z0-9/_.]+$")]
    private static partial Regex WithDomain();

    [GeneratedRegex(@"^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex JobName();

    [GeneratedRegex(@"^(?=.{1,52}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex CronJobName();

    [GeneratedRegex(@"^(?!system-)(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex UserPriority();

    [GeneratedRegex("^[0-9]+%$")]
    private static partial Regex Percentage();

    [GeneratedRegex("^[^/%]+$")]
    private static partial Regex PathSegment();
}
