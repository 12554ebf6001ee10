namespace Bernstein.Kubernetes.Types;

/// <summary>What a text must look like, for the judge and for people.</summary>
internal sealed record Look(Regex Pattern, string Words);

internal static partial class ApiRules
{
    private static readonly Look DnsName = new(Patterns.DnsName, "a DNS name: lower-case letters, digits, - and .");
    private static readonly Look DnsLabel = new(Patterns.DnsLabel, "a DNS label: lower-case letters, digits and -, at most 63");
    private static readonly Look PathSegment = new(Patterns.PathSegment, "a name without / and %");

    private static readonly FieldTable<Look> Looks = new(
        (
            DnsName,
            """
            IngressSpec.ingressClassName! IngressRule.host IngressTLS.hosts! IngressTLS.secretName
            IngressClassParametersReference.apiGroup! TypedLocalObjectReference.apiGroup!
            PersistentVolumeSpec.storageClassName PersistentVolumeClaimSpec.storageClassName
            PodSpec.serviceAccountName PodSpec.nodeName PodSpec.priorityClassName PodSpec.runtimeClassName HostAlias.hostnames!
            ConfigMapKeySelector.name SecretKeySelector.name ConfigMapEnvSource.name SecretEnvSource.name ServiceSpec.externalName
            """
        ),
        (new(Patterns.SearchDomain, DnsName.Words), "PodDNSConfig.searches!"),
        (
            DnsLabel,
            """
            Container.name ServicePort.name Volume.name PodSpec.hostname PodSpec.subdomain PodAffinityTerm.namespaces!
            ObjectMeta.namespace
            """
        ),
        (PathSegment, "RoleRef.name"),
        (new(Patterns.ServiceName, "the name of a Service"), "IngressServiceBackend.name"),
        (
            new(Patterns.PortName, "a number, or the name of a port: lower-case letters, digits and -, at most 15"),
            "ServicePort.targetPort HTTPGetAction.port! TCPSocketAction.port! NetworkPolicyPort.port"
        ),
        (new(Patterns.PortName, "the name of a port: lower-case letters, digits and -, at most 15"), "ServiceBackendPort.name"),
        (new(Patterns.PortName, "a port name: lower-case letters, digits and -, at most 15"), "ContainerPort.name"),
        (new(Patterns.Address, "an IP address"), "ServiceSpec.externalIPs! HostAlias.ip PodDNSConfig.nameservers! ContainerPort.hostIP"),
        (new(Patterns.AddressOrNone, "an IP address, or None"), "ServiceSpec.clusterIP"),
        (
            new(Patterns.AddressRange, "a range of IP addresses such as 10.0.0.0/8"),
            "IPBlock.cidr IPBlock.except! ServiceSpec.loadBalancerSourceRanges!"
        ),
        (
            new(Patterns.LabelKey, "the key of a label"),
            "PodAffinityTerm.topologyKey LabelSelectorRequirement.key NodeSelectorRequirement.key"
        ),
        (new(Patterns.LabelKey, "the key of a taint"), "Toleration.key"),
        (new(Patterns.LabelKey, "a name such as kubernetes.io/no-provisioner"), "StorageClass.provisioner"),
        (new(Patterns.LabelKey, "a name such as example.com/ready"), "PodReadinessGate.conditionType"),
        (new(Patterns.LabelKey, "a name such as example.com/internal"), "ServiceSpec.loadBalancerClass"),
        (new(Patterns.LabelKey, "a name such as http or example.com/protocol"), "ServicePort.appProtocol"),
        (new(Patterns.LabelValue, "a label's value: letters, digits, -, _ and ., at most 63"), "Toleration.value"),
        (new(Patterns.WithDomain, "a path with a domain before it such as traefik.io/ingress-controller"), "IngressClassSpec.controller"),
        (new(Patterns.DataKey, "a key: letters, digits, -, _ and ."), "ConfigMapKeySelector.key SecretKeySelector.key"),
        (new(Patterns.VariableName, "a name of an environment variable"), "EnvVar.name"),
        (new(Patterns.VariableName, "the begin of a name of an environment variable"), "EnvFromSource.prefix"),
        (
            new(Patterns.Percentage, "a whole number or a percentage such as 25%"),
            """
            RollingUpdateDeployment.maxSurge! RollingUpdateDeployment.maxUnavailable! RollingUpdateDaemonSet.maxSurge!
            RollingUpdateDaemonSet.maxUnavailable! PodDisruptionBudgetSpec.minAvailable! PodDisruptionBudgetSpec.maxUnavailable!
            """
        ),
        (new(Patterns.Time, "a time such as 2026-01-31T12:30:00Z"), "ObjectMeta.creationTimestamp! ObjectMeta.deletionTimestamp!"),
        (new(Patterns.Absolute, "a path that begins with /"), "NFSVolumeSource.path"),
        (new(Patterns.Trimmed, "a text without blanks at its ends"), "Container.image"),
        (new(Patterns.HeaderName, "the name of a header: letters, digits and -"), "HTTPHeader.name"),
        (new(Patterns.SysctlName, "the name of a kernel parameter such as net.core.somaxconn"), "Sysctl.name")
    );

    /// <summary>
    /// What the name of an object must look like: a Service's is a DNS label, most others' a DNS name, and a role's may hold anything but /
    /// and %.
    /// </summary>
    internal static Look NameOf(string kind) =>
        kind switch
        {
            "Service" => new(Patterns.ServiceName, "a DNS label that begins with a letter: lower-case letters, digits and -, at most 63"),
            "Job" => new(Patterns.JobName, "a DNS name of at most 63 characters, which its pods carry as a label"),
            "CronJob" => new(Patterns.CronJobName, "a DNS name of at most 52 characters, to which its Jobs add 11"),
            "PriorityClass" => new(Patterns.UserPriority, "a DNS name that does not begin with system-"),
            "Namespace" => DnsLabel,
            "Role" or "ClusterRole" or "RoleBinding" or "ClusterRoleBinding" => PathSegment,
            _ => DnsName,
        };
}
