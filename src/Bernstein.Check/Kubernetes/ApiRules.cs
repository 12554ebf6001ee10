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
        };

    /// <summary>Fields that must be there, by type.</summary>
    internal static IReadOnlyDictionary<string, string[]> Required { get; } =
        new Dictionary<string, string[]>
        {
            ["Container"] = ["name", "image"],
            ["ServiceSpec"] = ["ports"],
            ["PersistentVolumeClaimSpec"] = ["accessModes", "resources"],
            ["PersistentVolumeSpec"] = ["accessModes", "capacity"],
            ["VolumeMount"] = ["mountPath", "name"],
            ["PodAffinityTerm"] = ["topologyKey"],
        };

    /// <summary>What a text field must look like, by type and field: the pattern, and its name for people.</summary>
    private static IReadOnlyDictionary<string, (Regex Pattern, string Words)> Looks { get; } =
        new Dictionary<string, (Regex, string)>
        {
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
            ["ContainerPort.hostPort"] = (1, 65535),
            ["ServicePort.port"] = (1, 65535),
            ["ServicePort.nodePort"] = (1, 65535),
            ["ServiceBackendPort.number"] = (1, 65535),
            ["DeploymentSpec.replicas"] = (0, int.MaxValue),
        };

    /// <summary>What is asked of a field beyond its type; null where the value is so.</summary>
    /// <param name="field">Type and field: <c>PodSpec.restartPolicy</c>.</param>
    /// <param name="scalar">Its value, of the right type.</param>
    internal static string? WhatIsAsked(string field, Scalar scalar)
    {
        if (Choices.TryGetValue(field, out var choices) && !choices.Contains(scalar.Value))
        {
            return $"one of {string.Join(", ", choices)}";
        }

        if (
            Looks.TryGetValue(field, out var look)
            && scalar is { Type: ScalarType.Text, Value.Length: > 0 }
            && !look.Pattern.IsMatch(scalar.Value)
        )
        {
            return look.Words;
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

    [GeneratedRegex("^(?=.*[a-z])[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$")]
    private static partial Regex PortName();

    [GeneratedRegex("^[-._a-zA-Z][-._a-zA-Z0-9]*$")]
    private static partial Regex VariableName();

    [GeneratedRegex("^[0-9]+%$")]
    private static partial Regex Percentage();

    [GeneratedRegex("^[^/%]+$")]
    private static partial Regex PathSegment();
}
