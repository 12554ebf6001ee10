namespace Bernstein.Kubernetes.Types;

internal static partial class ApiRules
{
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

    /// <summary>What a field that must be there usually holds.</summary>
    internal static IReadOnlyDictionary<string, string> Usual { get; } =
        new Dictionary<string, string>
        {
            ["HTTPIngressPath.pathType"] = "Prefix",
            ["PersistentVolumeClaimSpec.accessModes"] = "[ReadWriteOnce]",
            ["PersistentVolumeSpec.accessModes"] = "[ReadWriteOnce]",
            ["PersistentVolumeClaimSpec.resources"] = "{requests: {storage: 1Gi}}",
            ["PersistentVolumeSpec.capacity"] = "{storage: 1Gi}",
            ["RoleRef.kind"] = "ClusterRole",
            ["RoleRef.apiGroup"] = "rbac.authorization.k8s.io",
            ["SeccompProfile.type"] = "RuntimeDefault",
            ["Subject.kind"] = "ServiceAccount",
        };

    /// <summary>Fields that the OpenAPI asks for and the API server does not.</summary>
    internal static IReadOnlyList<string> MayBeAbsent { get; } =
    [
        "StatefulSetSpec.serviceName",
        "Sysctl.value",
        "HTTPHeader.value",
        "PreferredSchedulingTerm.preference",
        "LimitRangeSpec.limits",
        "RoleRef.apiGroup",
        "ClusterRole.rules",
        "Role.rules",
    ];
}
