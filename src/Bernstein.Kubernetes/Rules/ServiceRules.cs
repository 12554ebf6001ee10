using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of Services, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/core/validation of Kubernetes, ValidateService.</summary>
internal static class ServiceRules
{
    internal static IEnumerable<Finding> Findings(Node service, Place place)
    {
        var type = service["type"].Text is { Length: > 0 } given ? given : "ClusterIP";
        var ports = service["ports"].Items;
        if (type != "ExternalName" && service["clusterIP"].Text != "None" && ports.Count == 0)
        {
            yield return new Finding($"{place} has no ports", service.Location);
        }

        if (type == "ExternalName" && string.IsNullOrEmpty(service["externalName"].Text))
        {
            yield return new Finding($"{place} has no externalName, which its type asks for", service.Location);
        }

        foreach (var port in ports.Where(port => type == "ClusterIP" && port["nodePort"].Number is not (null or 0)))
        {
            yield return new Finding(
                $"{place} has the nodePort {port["nodePort"].Text} and not the type NodePort; set type: NodePort, or remove nodePort",
                port["nodePort"].Location
            )
            {
                Mend = place.Set("type", "NodePort"),
            };
        }

        foreach (
            var port in ports
                .Where(port => type is "NodePort" or "LoadBalancer")
                .Select(port => port["nodePort"])
                .Append(type == "LoadBalancer" ? service["healthCheckNodePort"] : new Missing(service.Location))
                .Where(port => port.Number is not (null or 0 or (>= 30000 and <= 32767)))
        )
        {
            yield return new Finding(
                $"{place} has the node port {port.Text}; asked for is one from 30000 to 32767, the range of a cluster whose administrator chose no other",
                port.Location
            );
        }

        foreach (
            var same in ports
                .Where(port => port["port"].IsSet)
                .GroupBy(port => (port["port"].Number, ProtocolOf(port)))
                .Where(group => group.Count() > 1)
        )
        {
            yield return new Finding($"{place} has the port {same.Key.Number} twice; asked for is each once", same.Last().Location)
            {
                Mend = place.Root?.PathTo(same.Last()) is { } path
                    ? Mend.Of($"Remove the second port {same.Key.Number}.", Edit.Remove(place.Root, path))
                    : null,
            };
        }

        foreach (
            var same in ports
                .Where(port => port["nodePort"].Number > 0)
                .GroupBy(port => (port["nodePort"].Number, ProtocolOf(port)))
                .Where(group => group.Count() > 1)
        )
        {
            yield return new Finding($"{place} has the nodePort {same.Key.Number} twice; asked for is each once", same.Last().Location);
        }

        if (type is "LoadBalancer" or "NodePort" or "ExternalName" && service["clusterIP"].Text == "None")
        {
            yield return new Finding($"{place} has clusterIP None and the type {type}; remove one of them", service["clusterIP"].Location);
        }

        if (type != "LoadBalancer" && service["loadBalancerSourceRanges"].Items.Count > 0)
        {
            yield return new Finding(
                $"{place} has loadBalancerSourceRanges and not the type LoadBalancer; remove them",
                service["loadBalancerSourceRanges"].Location
            )
            {
                Mend = place.Remove("loadBalancerSourceRanges"),
            };
        }

        if (type is "ClusterIP" && service["externalTrafficPolicy"].Text is { Length: > 0 })
        {
            yield return new Finding(
                $"{place} has externalTrafficPolicy; asked for is the type NodePort or LoadBalancer beside it",
                service["externalTrafficPolicy"].Location
            )
            {
                Mend = place.Remove("externalTrafficPolicy"),
            };
        }

        foreach (
            var field in OfLoadBalancers.Where(field =>
                type != "LoadBalancer" && service[field] is { IsSet: true } value && value.Number != 0
            )
        )
        {
            yield return new Finding($"{place} has {field} and not the type LoadBalancer; remove it", service[field].Location)
            {
                Mend = place.Remove(field),
            };
        }

        if (service["clusterIPs"].Items is { Count: > 0 } addresses && addresses[0].Text != service["clusterIP"].Text)
        {
            yield return new Finding(
                $"{place}.clusterIPs begins with {addresses[0].Text}; asked for is the same as clusterIP",
                service["clusterIPs"].Location
            )
            {
                Mend = place.Remove("clusterIPs"),
            };
        }

        var timeout = service.At("sessionAffinityConfig.clientIP.timeoutSeconds");
        if (service["sessionAffinity"].Text == "ClientIP" && timeout.Number is < 1 or > 86400)
        {
            yield return new Finding(
                $"{place}.sessionAffinityConfig.clientIP.timeoutSeconds is {timeout.Text}; asked for is a whole number from 1 to 86400",
                timeout.Location
            )
            {
                Mend = place.Remove("sessionAffinityConfig"),
            };
        }

        foreach (var finding in PodRules.Twice(service["ipFamilies"].Items, place, "ipFamilies", "name"))
        {
            yield return finding;
        }

        foreach (var address in service["externalIPs"].Items.Where(address => IsSpecial(address.Text)))
        {
            yield return new Finding($"{place}.externalIPs has {address.Text}, at which nobody from outside arrives", address.Location);
        }

        foreach (var finding in ObjectRules.Labels(service["selector"], place))
        {
            yield return finding;
        }
    }

    private static readonly string[] OfLoadBalancers = ["allocateLoadBalancerNodePorts", "healthCheckNodePort", "loadBalancerClass"];

    private static bool IsSpecial(string? text) =>
        System.Net.IPAddress.TryParse(text, out var address)
        && (
            System.Net.IPAddress.IsLoopback(address)
            || address.Equals(System.Net.IPAddress.Any)
            || text!.StartsWith("169.254.", StringComparison.Ordinal)
            || text.StartsWith("224.0.0.", StringComparison.Ordinal)
        );

    private static string ProtocolOf(Node port) => port["protocol"].Text is { Length: > 0 } protocol ? protocol : "TCP";
}
