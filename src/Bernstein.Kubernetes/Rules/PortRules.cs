namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of the ports of Services and containers: ValidateService of Kubernetes.</summary>
internal static class PortRules
{
    internal static IEnumerable<Finding> PortsAreDifferent(Node service) =>
        from same in service["ports"].Items.Where(port => port["port"].IsSet).GroupBy(port => (port["port"].Number, ProtocolOf(port)))
        where same.Count() > 1
        select same.Last()
            .Refused(
                $"{service} has the port {same.Key.Number} twice; asked for is each once",
                () => Mend.Of($"Remove the second port {same.Key.Number}.", Edit.Remove(same.Last()))
            );

    internal static IEnumerable<Finding> NodePortsAreDifferent(Node service) =>
        from same in service["ports"]
            .Items.Where(port => port["nodePort"].Number > 0)
            .GroupBy(port => (port["nodePort"].Number, ProtocolOf(port)))
        where same.Count() > 1
        select same.Last()
            .Refused(
                $"{service} has the nodePort {same.Key.Number} twice; asked for is each once",
                () => Mend.Of("Remove the second one: the cluster chooses another.", Edit.Remove(same.Last()["nodePort"]))
            );

    /// <summary>Of several ports each has a name: validateServicePort of Kubernetes.</summary>
    internal static IEnumerable<Finding> PortNamesAreThere(Node service) =>
        from port in service["ports"].Items
        where service["ports"].Items.Count > 1 && port is Mapping && !port["name"].IsSet
        select port.Refused(
            $"a port of {service} has no name; asked for is one for each, where there are several",
            () => Mend.Of("Give the port a name.", Edit.Set(port, "name", $"port-{port["port"].Text}"))
        );

    /// <summary>No two ports have one name: validateServicePort and validateContainerPorts of Kubernetes.</summary>
    internal static IEnumerable<Finding> PortNamesAreDifferent(Node holder) =>
        from same in holder["ports"].Items.Where(port => port["name"].IsSet).GroupBy(port => port["name"].Text)
        // One without a number is the one that is too many.
        let empty = same.FirstOrDefault(port => !port["containerPort"].IsSet && !port["port"].IsSet)
        from port in same.Skip(1)
        select port["name"]
            .Refused(
                $"two ports of {holder} have the name {same.Key}",
                () =>
                    empty is not null
                        ? Mend.Of("Remove the one that has no number.", Edit.Remove(empty))
                        : Mend.Of("Give the second one another name.", Edit.Set(port, "name", $"{same.Key}-2"))
            );

    private static string ProtocolOf(Node port) => port["protocol"].Text is { Length: > 0 } protocol ? protocol : "TCP";
}
