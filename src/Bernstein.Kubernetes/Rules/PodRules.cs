namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of pods: ValidatePodSpec of pkg/apis/core/validation of Kubernetes.</summary>
internal static class PodRules
{
    private static readonly string[] NotOfInitContainers = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"];

    /// <summary>Every container, init containers among them.</summary>
    internal static IEnumerable<Node> Containers(Node pod) => pod["initContainers"].Items.Concat(pod["containers"].Items);

    /// <summary>validateInitContainers; one that always restarts is a sidecar.</summary>
    internal static IEnumerable<Finding> InitContainersHaveNoProbes(Node pod) =>
        from container in pod["initContainers"].Items
        where container["restartPolicy"].Text != "Always"
        from field in NotOfInitContainers
        let probe = container[field]
        where probe.IsSet
        select probe.Refused(
            $"an init container of {pod} has a {field}; remove it: an init container exits by itself",
            () => probe.ToRemove()
        );

    /// <summary>checkHostPortConflicts.</summary>
    internal static IEnumerable<Finding> HostPortsAreDifferent(Node pod) =>
        from same in pod["containers"]
            .Items.SelectMany(container => container["ports"].Items)
            .Where(port => port["hostPort"].Number > 0)
            .GroupBy(port => (port["hostPort"].Number, port["protocol"].Text ?? "TCP", port["hostIP"].Text))
        where same.Count() > 1
        select same.Last().Refused($"two ports of {pod} have the hostPort {same.Key.Number}; asked for is each once");

    /// <summary>ValidateSpreadConstraintNotRepeat.</summary>
    internal static IEnumerable<Finding> SpreadOncePerTopology(Node pod) =>
        from same in pod["topologySpreadConstraints"]
            .Items.GroupBy(constraint => (Key: constraint["topologyKey"].Text, When: constraint["whenUnsatisfiable"].Text))
        where same.Count() > 1
        select same.Last()
            .Refused($"two topologySpreadConstraints of {pod} have the topologyKey {same.Key.Key} and {same.Key.When}; asked for is one");

    /// <summary>validateWindowsHostProcessPod.</summary>
    internal static IEnumerable<Finding> HostProcessOnHostNetwork(Node pod) =>
        pod.RefusedIf(
            pod["hostNetwork"].Boolean != true
                && Containers(pod).Append(pod).Any(holder => holder.At("securityContext.windowsOptions.hostProcess").Boolean == true),
            () => $"{pod} has hostProcess; asked for is hostNetwork: true with it"
        );
}
