using System.Collections.Frozen;
using static Bernstein.Kubernetes.Rules.UnionRules;

namespace Bernstein.Kubernetes.Rules;

/// <summary>
/// What the API server demands of a value of each type and its OpenAPI does not say, from the prose of the API reference
/// (https://kubernetes.io/docs/reference/kubernetes-api/). In this order it is told.
/// </summary>
internal static class TypeRules
{
    private static readonly FrozenDictionary<string, Rule[]> ByType = new Dictionary<string, Rule[]>
    {
        ["ObjectMeta"] = [LabelRules.Valid("labels"), .. MetadataRules.All],
        ["LabelSelector"] = [LabelRules.Valid("matchLabels")],
        ["LabelSelectorRequirement"] = [SelectorRules.OperatorAndValues],
        ["NodeSelectorRequirement"] = [SelectorRules.OperatorAndValues],
        ["NodeSelectorTerm"] = [SelectorRules.FieldsOfNodes],
        ["PodSpec"] = PodRules.All,
        ["PodDNSConfig"] = [PodRules.AtMostThreeNameServers],
        ["Toleration"] = TolerationRules.All,
        ["Container"] = [PortRules.NamesAreDifferent, .. ContainerRules.All, ResourceRules.QuantitiesOfContainer],
        ["Probe"] = [ExactlyOne("handler", "exec", "httpGet", "tcpSocket", "grpc").MendedBy(probe => probe.ToRemove())],
        ["LifecycleHandler"] = [ContainerRules.OneHandler],
        ["Handler"] = [ContainerRules.OneHandler],
        ["EnvVar"] = [NotBoth("value", "valueFrom")],
        ["EnvVarSource"] = [ExactlyOne("source", "configMapKeyRef", "fieldRef", "resourceFieldRef", "secretKeyRef", "fileKeyRef")],
        ["EnvFromSource"] =
        [
            ExactlyOne("source", "configMapRef", "secretRef").MendedBy(source => source.Entries.Count == 0 ? source.ToRemove() : null),
        ],
        ["ObjectFieldSelector"] = [FieldPathRules.FieldOfPod],
        ["ResourceFieldSelector"] = [ResourceRules.Reference],
        ["ResourceRequirements"] = [ResourceRules.RequestsWithinLimits, ResourceRules.HugePagesWithOthers],
        ["SecurityContext"] = [ContainerRules.PrivilegesCanEscalate],
        ["SeccompProfile"] = [SeccompRules.LocalProfile],
        ["VolumeMount"] = [StorageRules.Relative("subPath"), NotBoth("subPath", "subPathExpr")],
        ["Volume"] = [MountRules.OneSource],
        ["ProjectedVolumeSource"] = [MountRules.FilesAreDifferent],
        ["VolumeProjection"] = [AtMostOne("secret", "configMap", "downwardAPI", "serviceAccountToken")],
        ["DownwardAPIVolumeFile"] = [ExactlyOne("source", "fieldRef", "resourceFieldRef")],
        ["KeyToPath"] = [StorageRules.Relative("path")],
        ["EmptyDirVolumeSource"] = [StorageRules.SizeLimit],
        ["HostPathVolumeSource"] = [StorageRules.WithoutBacksteps("path")],
        ["PersistentVolumeSpec"] = StorageRules.OfVolume,
        ["PersistentVolumeClaimSpec"] = [StorageRules.Claim],
        ["Deployment"] = [WorkloadRules.Findings],
        ["DaemonSet"] = [WorkloadRules.Findings],
        ["StatefulSet"] = [WorkloadRules.Findings],
        ["ReplicaSet"] = [WorkloadRules.Findings],
        ["JobSpec"] = JobRules.All,
        ["CronJobSpec"] = [JobRules.Schedule],
        ["PodDisruptionBudgetSpec"] = [NotBoth("minAvailable", "maxUnavailable"), WorkloadRules.BudgetAtMost100Percent],
        ["HorizontalPodAutoscalerSpec"] = [AutoscalingRules.LeastAndMost],
        ["HPAScalingRules"] = [AutoscalingRules.Policies],
        ["MetricSpec"] = [AutoscalingRules.SourceOfType],
        ["MetricTarget"] = [AutoscalingRules.Above0],
        ["ResourceMetricSource"] = [AutoscalingRules.TargetOfResource],
        ["ContainerResourceMetricSource"] = [AutoscalingRules.TargetOfResource],
        ["PodsMetricSource"] = [AutoscalingRules.Target("averageValue")],
        ["ObjectMetricSource"] = [AutoscalingRules.Target("value", "averageValue")],
        ["ExternalMetricSource"] = [AutoscalingRules.Target("value", "averageValue")],
        ["ServiceSpec"] = [.. ServiceRules.All, LabelRules.Valid("selector"), PortRules.NamesAreThere, PortRules.NamesAreDifferent],
        ["IngressSpec"] = [IngressRules.RulesOrBackend],
        ["IngressRule"] = [IngressRules.HostIsName],
        ["HTTPIngressPath"] = [IngressRules.PathIsAbsolute, IngressRules.PathIsNormal],
        ["IngressBackend"] = [IngressRules.Backend],
        ["IngressServiceBackend"] = [Of("port", ExactlyOne("name or number", "name", "number"))],
        ["ServiceBackendPort"] = [IngressRules.NumberOrName],
        ["NetworkPolicySpec"] = [NetworkRules.AtMostTwoTypes],
        ["NetworkPolicyPeer"] = NetworkRules.OfPeer,
        ["NetworkPolicyPort"] = [NetworkRules.EndPort],
        ["IPBlock"] = [NetworkRules.ExceptWithinBlock],
        ["Role"] = [RbacRules.NoUrlsInRole],
        ["ClusterRole"] = [RbacRules.AggregationSelects],
        ["PolicyRule"] = [RbacRules.UrlsOrResources, RbacRules.GroupsAndResources],
        ["ClusterRoleBinding"] = [RbacRules.AccountsHaveNamespaces, RbacRules.BindsClusterRole],
        ["Subject"] = [RbacRules.NameOfAccount, RbacRules.GroupOfSubject],
        ["ConfigMap"] = DataRules.OfConfigMap,
        ["Secret"] = DataRules.OfSecret,
    }.ToFrozenDictionary();

    /// <summary>What is wrong with a value of a type, which is named without its API version: <c>PodSpec</c>.</summary>
    internal static IEnumerable<Finding> Findings(string type, Node node) =>
        ByType.TryGetValue(type, out var rules) ? rules.SelectMany(rule => rule(node)) : [];
}
