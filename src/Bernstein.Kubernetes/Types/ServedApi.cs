using System.Collections.Frozen;

namespace Bernstein.Kubernetes.Types;

/// <summary>
/// Which Kubernetes versions serve an API version of a kind. Those that come or go after Kubernetes 1.15 are in a table, from
/// https://kubernetes.io/docs/reference/using-api/deprecation-guide/ and, where that is silent, from the marks of Kubernetes' own types
/// (zz_generated.prerelease-lifecycle.go); every other one is served by all.
/// </summary>
public static class ServedApi
{
    private const int Never = int.MaxValue;

    /// <summary>API version, kinds, the first minor version of Kubernetes 1 that serves them and the first that does not any more.</summary>
    private static readonly (string ApiVersion, string Kinds, int From, int Until)[] Table =
    [
        ("extensions/v1beta1", "Ingress", 0, 22),
        ("networking.k8s.io/v1beta1", "Ingress", 14, 22),
        ("networking.k8s.io/v1", "Ingress IngressClass", 19, Never),
        ("networking.k8s.io/v1beta1", "IngressClass", 18, 22),
        ("extensions/v1beta1", "Deployment DaemonSet ReplicaSet NetworkPolicy PodSecurityPolicy", 0, 16),
        ("apps/v1beta1", "Deployment StatefulSet ControllerRevision", 0, 16),
        ("apps/v1beta2", "Deployment DaemonSet ReplicaSet StatefulSet ControllerRevision", 0, 16),
        ("rbac.authorization.k8s.io/v1beta1", "ClusterRole ClusterRoleBinding Role RoleBinding", 0, 22),
        ("scheduling.k8s.io/v1beta1", "PriorityClass", 0, 22),
        ("storage.k8s.io/v1beta1", "StorageClass VolumeAttachment CSIDriver CSINode", 0, 22),
        ("policy/v1beta1", "PodDisruptionBudget PodSecurityPolicy", 0, 25),
        ("policy/v1", "PodDisruptionBudget", 21, Never),
        ("batch/v1beta1", "CronJob", 0, 25),
        ("batch/v1", "CronJob", 21, Never),
        ("autoscaling/v2beta1", "HorizontalPodAutoscaler", 0, 25),
        ("autoscaling/v2beta2", "HorizontalPodAutoscaler", 12, 26),
        ("autoscaling/v2", "HorizontalPodAutoscaler", 23, Never),
        // Of the kinds from here on the names alone are judged: no such application brings them.
        ("v1", "Binding Event Node PodTemplate", 0, Never),
        ("apps/v1", "ControllerRevision", 0, Never),
        ("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration ValidatingWebhookConfiguration", 16, Never),
        ("admissionregistration.k8s.io/v1beta1", "MutatingWebhookConfiguration ValidatingWebhookConfiguration", 0, 22),
        ("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding", 30, Never),
        ("apiextensions.k8s.io/v1", "CustomResourceDefinition", 16, Never),
        ("apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", 0, 22),
        ("apiregistration.k8s.io/v1", "APIService", 0, Never),
        ("apiregistration.k8s.io/v1beta1", "APIService", 0, 22),
        ("authentication.k8s.io/v1", "TokenReview", 0, Never),
        ("authentication.k8s.io/v1beta1", "TokenReview", 0, 22),
        ("authorization.k8s.io/v1", "LocalSubjectAccessReview SelfSubjectAccessReview", 0, Never),
        ("authorization.k8s.io/v1", "SelfSubjectRulesReview SubjectAccessReview", 0, Never),
        ("authorization.k8s.io/v1beta1", "LocalSubjectAccessReview SelfSubjectAccessReview", 0, 22),
        ("authorization.k8s.io/v1beta1", "SelfSubjectRulesReview SubjectAccessReview", 0, 22),
        ("certificates.k8s.io/v1", "CertificateSigningRequest", 19, Never),
        ("certificates.k8s.io/v1beta1", "CertificateSigningRequest", 0, 22),
        ("coordination.k8s.io/v1", "Lease", 14, Never),
        ("coordination.k8s.io/v1beta1", "Lease", 0, 22),
        ("discovery.k8s.io/v1", "EndpointSlice", 21, Never),
        ("discovery.k8s.io/v1beta1", "EndpointSlice", 17, 25),
        ("events.k8s.io/v1", "Event", 19, Never),
        ("events.k8s.io/v1beta1", "Event", 0, 25),
        ("flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema PriorityLevelConfiguration", 20, 26),
        ("flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema PriorityLevelConfiguration", 23, 29),
        ("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema PriorityLevelConfiguration", 26, 32),
        ("flowcontrol.apiserver.k8s.io/v1", "FlowSchema PriorityLevelConfiguration", 29, Never),
        ("node.k8s.io/v1", "RuntimeClass", 20, Never),
        ("node.k8s.io/v1beta1", "RuntimeClass", 14, 25),
        ("storage.k8s.io/v1", "VolumeAttachment", 13, Never),
        ("storage.k8s.io/v1", "CSINode", 17, Never),
        ("storage.k8s.io/v1", "CSIDriver", 18, Never),
        ("storage.k8s.io/v1", "CSIStorageCapacity", 24, Never),
        ("storage.k8s.io/v1beta1", "CSIStorageCapacity", 21, 27),
    ];

    private static readonly FrozenDictionary<string, (Version From, Version Until)> Spans = Table
        .SelectMany(line =>
            line.Kinds.Split(' ')
                .Select(kind => KeyValuePair.Create($"{line.ApiVersion} {kind}", (new Version(1, line.From), new Version(1, line.Until))))
        )
        .ToFrozenDictionary();

    /// <summary>API version and kind of all that are named here and that some version serves which the types are of.</summary>
    internal static IEnumerable<string> Named => Spans.Keys.Where(IsKnown);

    /// <summary>Whether some version of Kubernetes that is not older than the oldest types serves an API version and kind.</summary>
    internal static bool IsKnown(string key) =>
        Spans.TryGetValue(key, out var served)
            ? served.Until > ApiTypes.All[^1].Version
            : ApiTypes.All.Any(types => types.Kinds.ContainsKey(key));

    /// <summary>Whether a Kubernetes version serves the API version of an object.</summary>
    /// <param name="found">The object.</param>
    /// <param name="kubernetes">Major and minor version of the cluster.</param>
    public static bool Serves(KubernetesObject found, Version kubernetes) => Serves($"{found.ApiVersion} {found.Kind}", kubernetes);

    /// <summary>Whether a Kubernetes version serves an API version and kind: <c>apps/v1 Deployment</c>.</summary>
    public static bool Serves(string key, Version kubernetes) =>
        Spans.TryGetValue(key, out var served) ? kubernetes >= served.From && kubernetes < served.Until : IsKnown(key);
}
