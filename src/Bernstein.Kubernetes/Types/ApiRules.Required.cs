namespace Bernstein.Kubernetes.Types;

internal static partial class ApiRules
{
    /// <summary>Fields that must be there and of which the OpenAPI does not say so, with the types that have them.</summary>
    internal static readonly FieldTable<string[]> Required = new(
        """
        spec: Deployment DaemonSet StatefulSet ReplicaSet Job CronJob Pod PodTemplateSpec JobTemplateSpec Service Ingress IngressClass
              PersistentVolume PersistentVolumeClaim HorizontalPodAutoscaler
        template: ReplicaSetSpec
        name image: Container
        command: ExecAction
        mountPath name: VolumeMount
        path: HostPathVolumeSource
        name: ConfigMapVolumeSource ConfigMapEnvSource SecretEnvSource ConfigMapProjection SecretProjection PodDNSConfigOption
        key name: ConfigMapKeySelector SecretKeySelector
        secretName: SecretVolumeSource
        topologyKey: PodAffinityTerm
        name port: IngressServiceBackend
        controller: IngressClassSpec
        accessModes resources: PersistentVolumeClaimSpec
        accessModes capacity: PersistentVolumeSpec
        required: VolumeNodeAffinity
        """,
        asked => asked.Split(' ')
    );

    /// <summary>What a field that must be there usually holds.</summary>
    internal static readonly FieldTable<string> Usual = new(
        ("Prefix", "HTTPIngressPath.pathType"),
        ("[ReadWriteOnce]", "PersistentVolumeClaimSpec.accessModes PersistentVolumeSpec.accessModes"),
        ("{requests: {storage: 1Gi}}", "PersistentVolumeClaimSpec.resources"),
        ("{storage: 1Gi}", "PersistentVolumeSpec.capacity"),
        ("ClusterRole", "RoleRef.kind"),
        ("rbac.authorization.k8s.io", "RoleRef.apiGroup"),
        ("RuntimeDefault", "SeccompProfile.type"),
        ("ServiceAccount", "Subject.kind")
    );

    /// <summary>Fields that the OpenAPI asks for and the API server does not.</summary>
    internal static readonly string[] MayBeAbsent =
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
