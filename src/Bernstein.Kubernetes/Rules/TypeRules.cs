using System.Collections.Concurrent;

namespace Bernstein.Kubernetes.Rules;

/// <summary>One rule of the API server: what it refuses in a value of the type that the rule is of.</summary>
internal delegate IEnumerable<Finding> Rule(Node node);

/// <summary>What the API server demands of a value of each type and its OpenAPI does not say: rules.yaml, and what it names here.</summary>
internal static class TypeRules
{
    private static readonly Node Written = YamlReader.Own("rules.yaml");

    private static readonly ConcurrentDictionary<string, Rule[]> ByType = new();

    /// <summary>What is wrong with a value of a type, which is named without its API version: <c>PodSpec</c>.</summary>
    internal static IEnumerable<Finding> Findings(string type, Node node) =>
        ByType.GetOrAdd(type, _ => [.. Written[type].Items.Select(Read)]).SelectMany(rule => rule(node));

    private static Rule Read(Node written) =>
        written.Text switch
        {
            null => WrittenRule.Read(written),
            nameof(MetadataRules.OneController) => MetadataRules.OneController,
            nameof(PodRules.InitContainersHaveNoProbes) => PodRules.InitContainersHaveNoProbes,
            nameof(PodRules.HostPortsAreDifferent) => PodRules.HostPortsAreDifferent,
            nameof(PodRules.SpreadOncePerTopology) => PodRules.SpreadOncePerTopology,
            nameof(PodRules.HostProcessOnHostNetwork) => PodRules.HostProcessOnHostNetwork,
            nameof(PortRules.PortNamesAreThere) => PortRules.PortNamesAreThere,
            nameof(PortRules.PortNamesAreDifferent) => PortRules.PortNamesAreDifferent,
            nameof(PortRules.PortsAreDifferent) => PortRules.PortsAreDifferent,
            nameof(PortRules.NodePortsAreDifferent) => PortRules.NodePortsAreDifferent,
            nameof(ResourceRules.QuantitiesOfContainer) => ResourceRules.QuantitiesOfContainer,
            nameof(ResourceRules.ResourceOfContainer) => ResourceRules.ResourceOfContainer,
            nameof(ResourceRules.RequestsWithinLimits) => ResourceRules.RequestsWithinLimits,
            nameof(ResourceRules.HugePagesWithOthers) => ResourceRules.HugePagesWithOthers,
            nameof(VolumeRules.OneSourceOfVolume) => VolumeRules.OneSourceOfVolume,
            nameof(VolumeRules.FilesAreDifferent) => VolumeRules.FilesAreDifferent,
            nameof(VolumeRules.OneSourceOfPersistentVolume) => VolumeRules.OneSourceOfPersistentVolume,
            nameof(WorkloadRules.DeadlineIsAboveMinReady) => WorkloadRules.DeadlineIsAboveMinReady,
            nameof(WorkloadRules.SourceOfType) => WorkloadRules.SourceOfType,
            nameof(NetworkRules.PathIsAbsolute) => NetworkRules.PathIsAbsolute,
            nameof(NetworkRules.PathIsNormal) => NetworkRules.PathIsNormal,
            nameof(NetworkRules.ExceptWithinBlock) => NetworkRules.ExceptWithinBlock,
            nameof(SecretData.BinaryDataIsItsOwn) => SecretData.BinaryDataIsItsOwn,
            nameof(SecretData.NotBase64) => SecretData.NotBase64,
            var name => throw new FormatException(name),
        };
}
