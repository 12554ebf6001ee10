namespace Bernstein.Kubernetes.Types;

/// <summary>
/// What the API server demands and its OpenAPI does not say: from the validation that the API reference describes in prose
/// (https://kubernetes.io/docs/reference/kubernetes-api/) and the rules for names
/// (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/).
/// </summary>
internal static partial class ApiRules
{
    private static readonly string[] TolerationEffects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    private static readonly string[] HostPaths =
    [
        "DirectoryOrCreate",
        "Directory",
        "FileOrCreate",
        "File",
        "Socket",
        "CharDevice",
        "BlockDevice",
    ];

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
            ["HostPathVolumeSource.type"] = HostPaths,
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
            ["PodSpec.preemptionPolicy"] = ["Never", "PreemptLowerPriority"],
            ["ObjectFieldSelector.apiVersion"] = ["v1"],
            ["PriorityClass.preemptionPolicy"] = ["Never", "PreemptLowerPriority"],
            ["ServiceSpec.internalTrafficPolicy"] = ["Cluster", "Local"],
            ["ServiceSpec.ipFamilyPolicy"] = ["SingleStack", "PreferDualStack", "RequireDualStack"],
            ["ServiceSpec.ipFamilies"] = ["IPv4", "IPv6"],
            ["MetricSpec.type"] = ["Object", "Pods", "Resource", "ContainerResource", "External"],
            ["MetricTarget.type"] = ["Utilization", "Value", "AverageValue"],
            ["HPAScalingPolicy.type"] = ["Pods", "Percent"],
            ["HPAScalingRules.selectPolicy"] = ["Max", "Min", "Disabled"],
            ["JobSpec.completionMode"] = ["NonIndexed", "Indexed"],
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
        "PersistentVolumeClaimSpec.volumeMode",
        "StorageClass.volumeBindingMode",
        "PriorityClass.preemptionPolicy",
        "NetworkPolicyPort.protocol",
        "MetricSpec.type",
        "MetricTarget.type",
        "HPAScalingPolicy.type",
        "HPAScalingRules.selectPolicy",
        "JobSpec.completionMode",
    ];

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

    /// <summary>Whether a field may have some values only.</summary>
    internal static bool HasChoices(string field) => Choices.ContainsKey(field);

    /// <summary>Whether a volume may be offered and asked for in a mode.</summary>
    internal static bool IsAccessMode(string? mode) => Choices["PersistentVolumeSpec.accessModes"].Contains(mode);

    /// <summary>The value that a field may have and that is nearest to one; null where none is near, or the field may have any.</summary>
    internal static string? Nearest(string field, string value) =>
        Choices.TryGetValue(field, out var choices) && !choices.Contains(value) ? Spelling.Nearest(value, choices) : null;

    /// <summary>A name as a field may have it: in small letters, with - for what may not stand there; null where that is none either.</summary>
    internal static string? Valid(string field, string value) =>
        Looks.TryGetValue(field, out var look) && value.Length > 0 && !look.Pattern.IsMatch(value) ? Valid(look.Pattern, value) : null;

    /// <summary>The same by a pattern.</summary>
    internal static string? Valid(Regex pattern, string value)
    {
        var plain = new string([
            .. value.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-'),
        ]);
        return new[] { plain, plain.Replace('.', '-') }
            .SelectMany(name => new[] { name, name[..Math.Min(63, name.Length)], name[..Math.Min(15, name.Length)] })
            .Select(name => name.Trim('-', '.'))
            .FirstOrDefault(name => name.Length > 0 && name.Any(char.IsAsciiLetter) && pattern.IsMatch(name));
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
}
