namespace Bernstein.Check.Mends;

/// <summary>A port of a component, from the container over its Service to the nodes.</summary>
internal static class PortMends
{
    private static readonly Dictionary<int, int> NodePorts = new() { [80] = 30021, [8080] = 30042 };

    /// <summary>What leads from a port of the component's Service to the container's port of the same number.</summary>
    internal static Mend Of(Submission submission, Component component, Workload workload, int port)
    {
        var declared = workload.Container["ports"];
        var same = Numbered(declared, "containerPort", port);
        var other = same ?? Other(declared, "containerPort", component, port);
        var service = ExpectedValues.Service(submission, component);
        var isServed = component.HasService || submission.Manifests.File(component.ServiceFile) is not null;
        return Mend.Of(
            $"Declare containerPort: {port} in {component.WorkloadFile}{(isServed ? $", and lead to it from port {port} of the Service in {component.ServiceFile}" : "")}.",
            [
                same is not null ? null
                : other is not null ? Edit.Set(other, "containerPort", $"{port}")
                : Edit.Set(declared, "[+]", $"containerPort: {port}"),
                .. service is not null ? OfService(service, component, port, other?["name"].Text)
                : isServed ? Example.Add(submission, component.ServiceFile).Edits
                : [],
            ]
        );
    }

    /// <summary>What opens a port of Traefik's Service on every node.</summary>
    internal static Mend OnNodes(Submission submission, Workload workload, int port) =>
        Mend.Of(
            $"In traefik.service.yaml, set type: NodePort, and nodePort: {NodePorts[port]} at port: {port}.",
            [
                .. Of(submission, Component.Traefik, workload, port).Edits,
                .. ExpectedValues.Service(submission, Component.Traefik)?.Root["spec"] is { } spec ? OnNodes(spec, port) : [],
            ]
        );

    private static IEnumerable<Edit?> OnNodes(Node spec, int port)
    {
        var isOpen = spec["type"].Text is "NodePort" or "LoadBalancer";
        return
        [
            isOpen ? null : Edit.Set(spec, "type", "NodePort"),
            isOpen || spec["clusterIP"].Text != "None" ? null : Edit.Remove(spec, "clusterIP"),
            Numbered(spec["ports"], "port", port) is { } open ? OnNode(open, port) : null,
        ];
    }

    private static Edit? OnNode(Node open, int port) =>
        open["nodePort"].Number == NodePorts[port] ? null : Edit.Set(open, "nodePort", $"{NodePorts[port]}");

    // The container's port has this name, or none.
    private static IEnumerable<Edit?> OfService(KubernetesObject service, Component component, int port, string? name)
    {
        var (ports, isTraefik) = (service.Root.At("spec.ports"), component == Component.Traefik);
        return Numbered(ports, "port", port) is { } served ? [ToTarget(served, port, name)]
            : Other(ports, "port", component, port) is { } other
                ? [Edit.Set(other, "port", $"{port}"), isTraefik ? OnNode(other, port) : null, ToTarget(other, port, name)]
            :
            [
                .. ports.Items.Where(item => !item["name"].IsSet).Select(item => Edit.Set(item, "name", $"port-{item["port"].Text}")),
                Edit.Set(
                    ports,
                    "[+]",
                    $"name: port-{port}\nport: {port}\ntargetPort: {port}{(isTraefik ? $"\nnodePort: {NodePorts[port]}" : "")}"
                ),
            ];
    }

    private static Edit? ToTarget(Node served, int port, string? name)
    {
        var target = served["targetPort"];
        var leads = target.Number is { } number ? number == port : !target.IsSet || (name is not null && target.Text == name);
        return leads ? null : Edit.Set(target, "", $"{port}");
    }

    private static Node? Numbered(Node ports, string field, int port) => ports.Items.FirstOrDefault(item => item[field].Number == port);

    // A port that nobody asks for is the one that is wrong: the first of them for the first that is missing.
    private static Node? Other(Node ports, string field, Component component, int port)
    {
        var missing = component.Ports.Where(asked => Numbered(ports, field, asked) is null).ToList();
        return ports
            .Items.Where(item => !component.Ports.Any(asked => asked == item[field].Number))
            .ElementAtOrDefault(missing.IndexOf(port));
    }
}
