namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of pods, as the one of 1.24 answered (Oracle, in the tests); where it has them: ValidatePodSpec of pkg/apis/core/validation of Kubernetes.</summary>
internal static class PodRules
{
    private static readonly string[] NotOfInitContainers = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"];

    internal static Rule[] All { get; } =
    [
        ContainersHaveDifferentNames,
        VolumesHaveDifferentNames,
        HostPortsOnHostNetwork,
        InitContainersHaveNoProbes,
        HostPortsAreDifferent,
        LabelRules.Valid("nodeSelector"),
        SysctlsAreDifferent,
        SpreadOncePerTopology,
        MinDomainsWithDoNotSchedule,
        NameServersWithoutPolicy,
        ProcessesSharedOnce,
        NoEphemeralContainers,
        HostProcessOnHostNetwork,
    ];

    /// <summary>validatePodDNSConfig.</summary>
    internal static IEnumerable<Finding> AtMostThreeNameServers(Node names) =>
        names["nameservers"]
            .RefusedIf(
                names["nameservers"].Items.Count > 3,
                () => $"{names} has {names["nameservers"].Items.Count} nameservers; asked for are 3 at most"
            );

    /// <summary>Every container, init containers among them.</summary>
    internal static IEnumerable<Node> Containers(Node pod) => pod["initContainers"].Items.Concat(pod["containers"].Items);

    // ValidateContainers and validateInitContainers.
    private static IEnumerable<Finding> ContainersHaveDifferentNames(Node pod) =>
        UnionRules.EachOnce(Containers(pod).Select(container => container["name"]), pod, "containers", "name");

    // ValidateVolumes.
    private static IEnumerable<Finding> VolumesHaveDifferentNames(Node pod) =>
        UnionRules.EachOnce(pod["volumes"].Items.Select(volume => volume["name"]), pod, "volumes", "name");

    // validateHostNetwork.
    private static IEnumerable<Finding> HostPortsOnHostNetwork(Node pod) =>
        from container in pod["containers"].Items
        where pod["hostNetwork"].Boolean == true
        from port in container["ports"].Items
        where port["hostPort"].IsSet && port["hostPort"].Number != port["containerPort"].Number
        select port.Refused($"{pod} uses the host's network; asked for is a hostPort equal to the containerPort");

    // validateInitContainers; one that always restarts is a sidecar.
    private static IEnumerable<Finding> InitContainersHaveNoProbes(Node pod) =>
        from container in pod["initContainers"].Items
        where container["restartPolicy"].Text != "Always"
        from field in NotOfInitContainers
        where container[field].IsSet
        select container[field]
            .Refused(
                $"an init container of {pod} has a {field}; remove it: an init container exits by itself",
                () => container[field].ToRemove()
            );

    // checkHostPortConflicts.
    private static IEnumerable<Finding> HostPortsAreDifferent(Node pod) =>
        from same in pod["containers"]
            .Items.SelectMany(container => container["ports"].Items)
            .Where(port => port["hostPort"].Number > 0)
            .GroupBy(port => (port["hostPort"].Number, port["protocol"].Text ?? "TCP", port["hostIP"].Text))
        where same.Count() > 1
        select same.Last().Refused($"two ports of {pod} have the hostPort {same.Key.Number}; asked for is each once");

    // validateSysctls.
    private static IEnumerable<Finding> SysctlsAreDifferent(Node pod) =>
        UnionRules.EachOnce(pod.At("securityContext.sysctls").Items.Select(setting => setting["name"]), pod, "sysctls", "name");

    // ValidateSpreadConstraintNotRepeat.
    private static IEnumerable<Finding> SpreadOncePerTopology(Node pod) =>
        from same in pod["topologySpreadConstraints"]
            .Items.GroupBy(constraint => (Key: constraint["topologyKey"].Text, When: constraint["whenUnsatisfiable"].Text))
        where same.Count() > 1
        select same.Last()
            .Refused($"two topologySpreadConstraints of {pod} have the topologyKey {same.Key.Key} and {same.Key.When}; asked for is one");

    // validateMinDomains.
    private static IEnumerable<Finding> MinDomainsWithDoNotSchedule(Node pod) =>
        from constraint in pod["topologySpreadConstraints"].Items
        where constraint["minDomains"].IsSet && constraint["whenUnsatisfiable"].Text != "DoNotSchedule"
        select constraint.Refused(
            $"a topologySpreadConstraint of {pod} has minDomains; asked for is whenUnsatisfiable: DoNotSchedule with it"
        );

    // validatePodDNSConfig.
    private static IEnumerable<Finding> NameServersWithoutPolicy(Node pod) =>
        pod.RemovedIf(
            "dnsPolicy",
            pod["dnsPolicy"].Text == "None" && pod.At("dnsConfig.nameservers").Items.Count == 0,
            () => $"{pod} has dnsPolicy None and no dnsConfig.nameservers; add one, or remove dnsPolicy"
        );

    // ValidatePodSecurityContext.
    private static IEnumerable<Finding> ProcessesSharedOnce(Node pod) =>
        pod["hostPID"]
            .RefusedIf(
                pod["hostPID"].Boolean == true && pod["shareProcessNamespace"].Boolean == true,
                () => $"{pod} has hostPID and shareProcessNamespace; remove one of them"
            );

    // ValidatePodCreate.
    private static IEnumerable<Finding> NoEphemeralContainers(Node pod) =>
        pod.RemovedIf(
            "ephemeralContainers",
            pod["ephemeralContainers"].Items.Count > 0,
            () => $"{pod} has ephemeralContainers, which kubectl debug adds to a pod that runs; remove them"
        );

    // validateWindowsHostProcessPod.
    private static IEnumerable<Finding> HostProcessOnHostNetwork(Node pod) =>
        pod.RefusedIf(
            pod["hostNetwork"].Boolean != true
                && Containers(pod).Append(pod).Any(holder => holder.At("securityContext.windowsOptions.hostProcess").Boolean == true),
            () => $"{pod} has hostProcess; asked for is hostNetwork: true with it"
        );
}
