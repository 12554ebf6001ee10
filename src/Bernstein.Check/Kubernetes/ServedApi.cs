using System.Collections.Frozen;
using Bernstein.Check.Manifests;

namespace Bernstein.Check.Kubernetes;

/// <summary>
/// Which Kubernetes versions serve an API version of a kind. Those that come or go after Kubernetes 1.15 are in a table, from
/// https://kubernetes.io/docs/reference/using-api/deprecation-guide/; every other one is served by all.
/// </summary>
public static class ServedApi
{
    private static readonly Version Always = new(1, 0);

    private static readonly Version Never = new(int.MaxValue, 0);

    private static readonly FrozenDictionary<string, (Version From, Version Until)> Table = new Dictionary<string, (Version, Version)>
    {
        ["extensions/v1beta1 Ingress"] = (Always, new(1, 22)),
        ["networking.k8s.io/v1beta1 Ingress"] = (new(1, 14), new(1, 22)),
        ["networking.k8s.io/v1 Ingress"] = (new(1, 19), Never),
        ["networking.k8s.io/v1beta1 IngressClass"] = (new(1, 18), new(1, 22)),
        ["networking.k8s.io/v1 IngressClass"] = (new(1, 19), Never),
        ["extensions/v1beta1 Deployment"] = (Always, new(1, 16)),
        ["extensions/v1beta1 DaemonSet"] = (Always, new(1, 16)),
        ["apps/v1beta1 Deployment"] = (Always, new(1, 16)),
        ["apps/v1beta2 Deployment"] = (Always, new(1, 16)),
        ["apps/v1beta2 DaemonSet"] = (Always, new(1, 16)),
        ["apps/v1beta1 StatefulSet"] = (Always, new(1, 16)),
        ["apps/v1beta2 StatefulSet"] = (Always, new(1, 16)),
        ["rbac.authorization.k8s.io/v1beta1 ClusterRole"] = (Always, new(1, 22)),
        ["rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding"] = (Always, new(1, 22)),
        ["rbac.authorization.k8s.io/v1beta1 Role"] = (Always, new(1, 22)),
        ["rbac.authorization.k8s.io/v1beta1 RoleBinding"] = (Always, new(1, 22)),
        ["scheduling.k8s.io/v1beta1 PriorityClass"] = (Always, new(1, 22)),
        ["storage.k8s.io/v1beta1 StorageClass"] = (Always, new(1, 22)),
        ["policy/v1beta1 PodDisruptionBudget"] = (Always, new(1, 25)),
        ["policy/v1 PodDisruptionBudget"] = (new(1, 21), Never),
        ["policy/v1beta1 PodSecurityPolicy"] = (Always, new(1, 25)),
        ["batch/v1beta1 CronJob"] = (Always, new(1, 25)),
        ["batch/v1 CronJob"] = (new(1, 21), Never),
        ["autoscaling/v2beta1 HorizontalPodAutoscaler"] = (Always, new(1, 25)),
        ["autoscaling/v2beta2 HorizontalPodAutoscaler"] = (new(1, 12), new(1, 26)),
        ["autoscaling/v2 HorizontalPodAutoscaler"] = (new(1, 23), Never),
    }.ToFrozenDictionary();

    /// <summary>Whether a Kubernetes version serves the API version of an object.</summary>
    /// <param name="found">The object, of a kind that Kubernetes has in some API version.</param>
    /// <param name="kubernetes">Major and minor version of the cluster.</param>
    public static bool Serves(KubernetesObject found, Version kubernetes)
    {
        var key = $"{found.ApiVersion} {found.Kind}";
        return Table.TryGetValue(key, out var served)
            ? kubernetes >= served.From && kubernetes < served.Until
            : ApiTypes.All.Any(types => types.Kinds.ContainsKey(key));
    }
}
