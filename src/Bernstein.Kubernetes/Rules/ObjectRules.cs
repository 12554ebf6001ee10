using System.Text.RegularExpressions;
using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>
/// What the API server demands of an object as a whole and its OpenAPI does not say, from the prose of the API reference
/// (https://kubernetes.io/docs/reference/kubernetes-api/).
/// </summary>
internal static partial class ObjectRules
{
    /// <summary>What is wrong with an object of a type.</summary>
    /// <param name="type">The type, without its API version: <c>PodSpec</c>.</param>
    /// <param name="node">The object.</param>
    /// <param name="place">Where it stands, for messages.</param>
    internal static IEnumerable<Finding> Findings(string type, Node node, Place place) =>
        type switch
        {
            "ObjectMeta" => Labels(node["labels"], place).Concat(MetadataRules.Findings(node, place)),
            "CronJobSpec" => JobRules.OfSchedule(node, place),
            "PodDNSConfig" => PodRules.OfNames(node, place),
            "LabelSelector" => Labels(node["matchLabels"], place),
            "PodSpec" => PodRules.OfPod(node, place),
            "Deployment" or "DaemonSet" or "StatefulSet" or "ReplicaSet" => WorkloadRules.Findings(type, node, place),
            "ServiceSpec" => ServiceRules.Findings(node, place).Concat(NamelessPorts(node, place)).Concat(Twins(node, place)),
            "Container" => Twins(node, place).Concat(PodRules.OfContainer(node, place)).Concat(ResourceRules.OfContainer(node, place)),
            "Probe" => Alone
                .One(node, place, "handler", "exec", "httpGet", "tcpSocket", "grpc")
                .Select(finding => finding with { Mend = place.Remove("") }),
            "LifecycleHandler" or "Handler" => Alone.One(node, place, "handler", "exec", "httpGet", "tcpSocket", "sleep"),
            "EnvVarSource" => Alone.One(
                node,
                place,
                "source",
                "configMapKeyRef",
                "fieldRef",
                "resourceFieldRef",
                "secretKeyRef",
                "fileKeyRef"
            ),
            "EnvFromSource" => Alone
                .One(node, place, "source", "configMapRef", "secretRef")
                .Select(finding => finding with { Mend = node.Entries.Count == 0 ? place.Remove("") : null }),
            "EnvVar" => Alone.NotBoth(node, place, "value", "valueFrom"),
            "ResourceFieldSelector" => ResourceRules.OfReference(node, place),
            "EmptyDirVolumeSource" => StorageRules.OfEmptyFolder(node, place),
            "NodeSelectorTerm" => SelectorRules.OfFields(node, place),
            "SecurityContext" => PodRules.OfSecurity(node, place),
            "SeccompProfile" => SeccompRules.Findings(node, place),
            "VolumeMount" => PodRules.OfMount(node, place),
            "Toleration" => PodRules.OfToleration(node, place),
            "LabelSelectorRequirement" or "NodeSelectorRequirement" => SelectorRules.Findings(node, place),
            "ObjectFieldSelector" => FieldPathRules.Findings(node, place),
            "HTTPIngressPath" => IngressRules.OfPath(node, place),
            "IngressBackend" => IngressRules.OfBackend(node, place),
            "IngressServiceBackend" => Alone.One(node["port"], new Place(place, "port"), "of them", "name", "number"),
            "IngressSpec" => IngressRules.OfSpec(node, place),
            "IngressRule" => IngressRules.OfRule(node, place),
            "PolicyRule" => RbacRules.OfRule(node, place),
            "ClusterRoleBinding" => RbacRules.OfClusterBinding(node, place),
            "HorizontalPodAutoscalerSpec" => AutoscalingRules.OfScaler(node, place),
            "MetricSpec" => AutoscalingRules.OfMetric(node, place),
            "MetricTarget" => AutoscalingRules.OfTarget(node, place),
            "ResourceMetricSource" or "ContainerResourceMetricSource" => AutoscalingRules.OfResource(node, place),
            "PodsMetricSource" => AutoscalingRules.OfValue(node, place, "averageValue"),
            "ObjectMetricSource" or "ExternalMetricSource" => AutoscalingRules.OfValue(node, place, "value", "averageValue"),
            "HPAScalingRules" => AutoscalingRules.OfBehaviour(node, place),
            "NetworkPolicyPort" => NetworkRules.OfPort(node, place),
            "VolumeProjection" => Alone.AtMostOne(node, place, "secret", "configMap", "downwardAPI", "serviceAccountToken"),
            "ProjectedVolumeSource" => MountRules.OfProjection(node, place),
            "DownwardAPIVolumeFile" => Alone.One(node, place, "source", "fieldRef", "resourceFieldRef"),
            "Role" => RbacRules.OfRole(node, place),
            "Subject" => RbacRules.OfSubject(node, place),
            "PersistentVolumeSpec" => StorageRules.OfVolume(node, place),
            "PersistentVolumeClaimSpec" => StorageRules.OfClaim(node, place),
            "KeyToPath" => StorageRules.Relative(node["path"], new Place(place, "path")),
            "IPBlock" => NetworkRules.OfBlock(node, place),
            "HostPathVolumeSource" => StorageRules.WithoutBacksteps(node["path"], new Place(place, "path")),
            "PodDisruptionBudgetSpec" => Alone
                .NotBoth(node, place, "minAvailable", "maxUnavailable")
                .Concat(WorkloadRules.Above100(node, place, "minAvailable", "maxUnavailable")),
            "NetworkPolicySpec" => NetworkRules.OfPolicy(node, place),
            "ClusterRole" => node["aggregationRule"].IsSet && node.At("aggregationRule.clusterRoleSelectors").Items.Count == 0
                ? [new Finding($"{place}.aggregationRule has no clusterRoleSelectors; asked for is at least one", node.Location)]
                : [],
            "NetworkPolicyPeer" => NetworkRules.OfPeer(node, place),
            "ResourceRequirements" when !place.ToString().Contains("olumeClaim", StringComparison.Ordinal) => ResourceRules
                .AboveLimits(node, place)
                .Concat(ResourceRules.HugePagesAlone(node, place)),
            "Volume" => MountRules.SecondSources(node, place),
            "ServiceBackendPort" => NumberAndName(node, place),
            "JobSpec" => JobRules.Findings(node, place),
            "ConfigMap" or "Secret" => new[] { "data", "stringData", "binaryData" }
                .SelectMany(field => Keys(node[field], $"{place}.{field}"))
                .Concat(StorageRules.OfData(type, node, place))
                .Concat(type == "Secret" ? SecretData.NotBase64(node) : []),
            _ => [],
        };

    internal static IEnumerable<Finding> Labels(Node labels, Place place) =>
        labels
            .Entries.Where(label => label.Value.Text is { } text && !LabelValue().IsMatch(text))
            .Select(label => new Finding(
                $"the label {label.Key} of {place} is \"{label.Value.Text}\"; asked for are letters, digits, -, _ and ., at most 63",
                label.Value.Location
            ))
            .Concat(
                labels
                    .Entries.Where(label => !ApiRules.LabelKey().IsMatch(label.Key))
                    .Select(label => new Finding(
                        $"{place} has the label key \"{label.Key}\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most",
                        label.Value.Location
                    ))
            );

    private static IEnumerable<Finding> NamelessPorts(Node service, Place place) =>
        service["ports"].Items is { Count: > 1 } ports
            ? ports
                .Where(port => port is Mapping && !port["name"].IsSet)
                .Select(port => new Finding(
                    $"a port of {place} has no name; asked for is one for each, where there are several",
                    port.Location
                )
                {
                    Mend = place.Root?.PathTo(port) is { } path
                        ? Mend.Of("Give the port a name.", Edit.Set(place.Root, $"{path}.name", $"port-{port["port"].Text}"))
                        : null,
                })
            : [];

    private static IEnumerable<Finding> Twins(Node holder, Place place) =>
        holder["ports"]
            .Items.Select(port => port["name"])
            .Where(name => name.IsSet)
            .GroupBy(name => name.Text)
            .SelectMany(group => group.Skip(1))
            .Select(name => new Finding($"two ports of {place} have the name {name.Text}", name.Location)
            {
                Mend = place.Root?.PathTo(name) is { } path
                    ? Mend.Of("Give the second one another name.", Edit.Set(place.Root, path, $"{name.Text}-2"))
                    : null,
            });

    private static IEnumerable<Finding> NumberAndName(Node port, Place place) =>
        port["number"].IsSet && port["name"].Text is { Length: > 0 }
            ?
            [
                new Finding($"{place} has a number and a name; asked for is one of them", port["name"].Location)
                {
                    Mend = place.Remove("name"),
                },
            ]
            : [];

    private static IEnumerable<Finding> Keys(Node data, string path) =>
        data
            .Entries.Where(entry => !ApiRules.DataKey().IsMatch(entry.Key))
            .Select(entry => new Finding(
                $"{path} has the key \"{entry.Key}\"; asked for are letters, digits, -, _ and .",
                entry.Value.Location
            ));

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$")]
    private static partial Regex LabelValue();
}
