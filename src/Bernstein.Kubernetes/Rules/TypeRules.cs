namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of a value of each type and its OpenAPI does not say: rules.yaml, and what it names here.</summary>
internal static class TypeRules
{
    private static readonly Dictionary<string, Rule> Coded = new()
    {
        [nameof(MetadataRules.OneController)] = MetadataRules.OneController,
        [nameof(PodRules.HostPortsOnHostNetwork)] = PodRules.HostPortsOnHostNetwork,
        [nameof(PodRules.InitContainersHaveNoProbes)] = PodRules.InitContainersHaveNoProbes,
        [nameof(PodRules.HostPortsAreDifferent)] = PodRules.HostPortsAreDifferent,
        [nameof(PodRules.SpreadOncePerTopology)] = PodRules.SpreadOncePerTopology,
        [nameof(PodRules.HostProcessOnHostNetwork)] = PodRules.HostProcessOnHostNetwork,
        [nameof(PortRules.PortNamesAreThere)] = PortRules.PortNamesAreThere,
        [nameof(PortRules.PortNamesAreDifferent)] = PortRules.PortNamesAreDifferent,
        [nameof(ResourceRules.QuantitiesOfContainer)] = ResourceRules.QuantitiesOfContainer,
        [nameof(ResourceRules.ResourceOfContainer)] = ResourceRules.ResourceOfContainer,
        [nameof(ResourceRules.RequestsWithinLimits)] = ResourceRules.RequestsWithinLimits,
        [nameof(ResourceRules.HugePagesWithOthers)] = ResourceRules.HugePagesWithOthers,
        [nameof(VolumeRules.OneSourceOfVolume)] = VolumeRules.OneSourceOfVolume,
        [nameof(VolumeRules.FilesAreDifferent)] = VolumeRules.FilesAreDifferent,
        [nameof(VolumeRules.OneSourceOfPersistentVolume)] = VolumeRules.OneSourceOfPersistentVolume,
        [nameof(WorkloadRules.DeadlineIsAboveMinReady)] = WorkloadRules.DeadlineIsAboveMinReady,
        [nameof(WorkloadRules.SourceOfType)] = WorkloadRules.SourceOfType,
        [nameof(PortRules.PortsAreDifferent)] = PortRules.PortsAreDifferent,
        [nameof(PortRules.NodePortsAreDifferent)] = PortRules.NodePortsAreDifferent,
        [nameof(IngressRules.PathIsAbsolute)] = IngressRules.PathIsAbsolute,
        [nameof(IngressRules.PathIsNormal)] = IngressRules.PathIsNormal,
        [nameof(NetworkRules.EndPort)] = NetworkRules.EndPort,
        [nameof(NetworkRules.ExceptWithinBlock)] = NetworkRules.ExceptWithinBlock,
        [nameof(SecretData.BinaryDataIsItsOwn)] = SecretData.BinaryDataIsItsOwn,
        [nameof(SecretData.NotBase64)] = SecretData.NotBase64,
    };

    private static readonly Dictionary<string, Rule[]> ByType = OwnData
        .Read("rules.yaml")
        .Entries.ToDictionary(type => type.Key, type => type.Value.Items.Select(Read).ToArray());

    /// <summary>What is wrong with a value of a type, which is named without its API version: <c>PodSpec</c>.</summary>
    internal static IEnumerable<Finding> Findings(string type, Node node) =>
        ByType.TryGetValue(type, out var rules) ? rules.SelectMany(rule => rule(node)) : [];

    private static Rule Read(Node written) => written.Text is { } name ? Coded[name] : WrittenRule.Read(written);
}
