namespace Bernstein.Kubernetes.Types;

/// <summary>Which kinds belong to the whole cluster and so have no namespace.</summary>
internal static class Scope
{
    private static readonly HashSet<string> ClusterWide =
    [
        .. """
            APIService CSIDriver CSINode CertificateSigningRequest ClusterRole ClusterRoleBinding ClusterTrustBundle ComponentStatus
            CustomResourceDefinition DeviceClass FlowSchema IngressClass MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
            MutatingWebhookConfiguration Namespace Node PersistentVolume PodSecurityPolicy PriorityClass PriorityLevelConfiguration
            ResourceSlice RuntimeClass StorageClass ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
            ValidatingWebhookConfiguration VolumeAttachment VolumeAttributesClass
            """.Split(),
    ];

    internal static bool IsClusterWide(string kind) => ClusterWide.Contains(kind);
}
