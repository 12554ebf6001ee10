using System.Net;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of Services, as the one of 1.24 answered (Oracle, in the tests); where it has them: ValidateService of pkg/apis/core/validation of Kubernetes.</summary>
internal static class ServiceRules
{
    private static readonly string[] OfLoadBalancers = ["allocateLoadBalancerNodePorts", "healthCheckNodePort", "loadBalancerClass"];

    /// <summary>All of them but those of labels and of the names of ports.</summary>
    internal static Rule[] All { get; } =
    [
        HasPorts,
        HasExternalName,
        NodePortNeedsItsType,
        NodePortIsInRange,
        PortsAreDifferent,
        NodePortsAreDifferent,
        HeadlessIsClusterIp,
        SourceRangesNeedLoadBalancer,
        ExternalTrafficNeedsItsType,
        FieldsOfLoadBalancers,
        AddressesBeginWithAddress,
        AffinityTimeout,
        FamiliesAreDifferent,
        ExternalAddressIsReachable,
    ];

    private static IEnumerable<Finding> HasPorts(Node service) =>
        service.RefusedIf(
            TypeOf(service) != "ExternalName" && service["clusterIP"].Text != "None" && service["ports"].Items.Count == 0,
            () => $"{service} has no ports"
        );

    private static IEnumerable<Finding> HasExternalName(Node service) =>
        service.RefusedIf(
            TypeOf(service) == "ExternalName" && string.IsNullOrEmpty(service["externalName"].Text),
            () => $"{service} has no externalName, which its type asks for"
        );

    private static IEnumerable<Finding> NodePortNeedsItsType(Node service) =>
        from port in service["ports"].Items
        where TypeOf(service) == "ClusterIP" && port["nodePort"].Number is not (null or 0)
        select port["nodePort"]
            .Refused(
                $"{service} has the nodePort {port["nodePort"].Text} and not the type NodePort; set type: NodePort, or remove nodePort",
                () => service.ToWrite("type", "NodePort")
            );

    // The range is an option of the API server: https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport.
    private static IEnumerable<Finding> NodePortIsInRange(Node service)
    {
        var ports = TypeOf(service) is "NodePort" or "LoadBalancer" ? service["ports"].Items.Select(port => port["nodePort"]) : [];
        return from port in TypeOf(service) == "LoadBalancer" ? ports.Append(service["healthCheckNodePort"]) : ports
            where port.Number is not (null or 0 or (>= 30000 and <= 32767))
            select port.Refused(
                $"{service} has the node port {port.Text}; asked for is one from 30000 to 32767, the range of a cluster whose administrator chose no other",
                () => Mend.Of("Remove the node port: the cluster chooses one.", Edit.Remove(port))
            );
    }

    private static IEnumerable<Finding> PortsAreDifferent(Node service) =>
        from same in service["ports"].Items.Where(port => port["port"].IsSet).GroupBy(port => (port["port"].Number, ProtocolOf(port)))
        where same.Count() > 1
        select same.Last()
            .Refused(
                $"{service} has the port {same.Key.Number} twice; asked for is each once",
                () => Mend.Of($"Remove the second port {same.Key.Number}.", Edit.Remove(same.Last()))
            );

    private static IEnumerable<Finding> NodePortsAreDifferent(Node service) =>
        from same in service["ports"]
            .Items.Where(port => port["nodePort"].Number > 0)
            .GroupBy(port => (port["nodePort"].Number, ProtocolOf(port)))
        where same.Count() > 1
        select same.Last()
            .Refused(
                $"{service} has the nodePort {same.Key.Number} twice; asked for is each once",
                () => Mend.Of("Remove the second one: the cluster chooses another.", Edit.Remove(same.Last()["nodePort"]))
            );

    private static IEnumerable<Finding> HeadlessIsClusterIp(Node service) =>
        service["clusterIP"]
            .RefusedIf(
                TypeOf(service) is "LoadBalancer" or "NodePort" or "ExternalName" && service["clusterIP"].Text == "None",
                () => $"{service} has clusterIP None and the type {TypeOf(service)}; remove one of them"
            );

    private static IEnumerable<Finding> SourceRangesNeedLoadBalancer(Node service) =>
        service.RemovedIf(
            "loadBalancerSourceRanges",
            TypeOf(service) != "LoadBalancer" && service["loadBalancerSourceRanges"].Items.Count > 0,
            () => $"{service} has loadBalancerSourceRanges and not the type LoadBalancer; remove them"
        );

    private static IEnumerable<Finding> ExternalTrafficNeedsItsType(Node service) =>
        service.RemovedIf(
            "externalTrafficPolicy",
            TypeOf(service) == "ClusterIP" && service["externalTrafficPolicy"].Text is { Length: > 0 },
            () => $"{service} has externalTrafficPolicy; asked for is the type NodePort or LoadBalancer with it"
        );

    private static IEnumerable<Finding> FieldsOfLoadBalancers(Node service) =>
        from field in OfLoadBalancers
        where TypeOf(service) != "LoadBalancer" && service[field].IsSet && service[field].Number != 0
        select service[field].Refused($"{service} has {field} and not the type LoadBalancer; remove it", () => service.ToRemove(field));

    private static IEnumerable<Finding> AddressesBeginWithAddress(Node service) =>
        service.RemovedIf(
            "clusterIPs",
            service["clusterIPs"].Items is [var first, ..] && first.Text != service["clusterIP"].Text,
            () => $"{service}.clusterIPs begins with {service["clusterIPs"][0].Text}; asked for is the same as clusterIP"
        );

    // validateClientIPAffinityConfig.
    private static IEnumerable<Finding> AffinityTimeout(Node service)
    {
        var timeout = service.At("sessionAffinityConfig.clientIP.timeoutSeconds");
        return timeout.RefusedIf(
            service["sessionAffinity"].Text == "ClientIP" && timeout.Number is < 1 or > 86400,
            () => $"{service}.sessionAffinityConfig.clientIP.timeoutSeconds is {timeout.Text}; asked for is a whole number from 1 to 86400",
            () => service.ToRemove("sessionAffinityConfig")
        );
    }

    private static IEnumerable<Finding> FamiliesAreDifferent(Node service) =>
        UnionRules.EachOnce(service["ipFamilies"].Items, service, "ipFamilies", "name");

    // ValidateNonSpecialIP.
    private static IEnumerable<Finding> ExternalAddressIsReachable(Node service) =>
        from address in service["externalIPs"].Items
        where IsOfOneNode(address.Text)
        select address.Refused($"{service}.externalIPs has {address.Text}, at which nobody from outside arrives");

    private static bool IsOfOneNode(string? text) =>
        IPAddress.TryParse(text, out var address)
        && (
            IPAddress.IsLoopback(address)
            || address.Equals(IPAddress.Any)
            || text!.StartsWith("169.254.", StringComparison.Ordinal)
            || text.StartsWith("224.0.0.", StringComparison.Ordinal)
        );

    private static string TypeOf(Node service) => service["type"].Text is { Length: > 0 } type ? type : "ClusterIP";

    private static string ProtocolOf(Node port) => port["protocol"].Text is { Length: > 0 } protocol ? protocol : "TCP";
}
