namespace Bernstein.Check.Requirements;

/// <summary>Which kinds belong to the whole cluster and so have no namespace.</summary>
internal static class Scope
{
    private static readonly HashSet<string> ClusterWide =
    [
        "APIService", "CSIDriver", "CSINode", "CertificateSigningRequest", "ClusterRole", "ClusterRoleBinding", "ComponentStatus",
        "CustomResourceDefinition", "IngressClass", "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume",
        "PodSecurityPolicy", "PriorityClass", "RuntimeClass", "StorageClass", "ValidatingWebhookConfiguration", "VolumeAttachment",
    ];

    internal static bool IsClusterWide(string kind) => ClusterWide.Contains(kind);
}
