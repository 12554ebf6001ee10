namespace Bernstein.Check.Mends;

/// <summary>A port of a component, from the container over its Service to the nodes.</summary>
internal static class PortMends
{
    private static readonly Dictionary<int, int> NodePorts = new() { [80] = 30021, [8080] = 30042 };

    /// <summary>What leads from a port of the component's Service to the container's port of the same number.</summary>
    internal static Mend Of(Submission submission, Component component, Workload workload, int port)
    {
        var edits = new List<Edit>();
        var declared = workload.Container["ports"].Items;
        var name = declared.FirstOrDefault(item => item["containerPort"].Number == port)?["name"].Text;
        if (!declared.Any(item => item["containerPort"].Number == port))
        {
            var (other, at) = Other(declared, "containerPort", component);
            name = other?["name"].Text;
            edits.Add(
                other is null
                    ? Edit.Set(workload.Manifest.Root, $"{ExpectedValues.Container}.ports[+]", $"containerPort: {port}")
                    : Edit.Set(workload.Manifest.Root, $"{ExpectedValues.Container}.ports[{at}].containerPort", $"{port}")
            );
        }

        var hasFile = submission.Manifests.File(component.ServiceFile) is not null;
        if (ExpectedValues.Service(submission, component) is { } service)
        {
            edits.AddRange(OfService(service.Root, component, port, name));
        }
        else if (component.HasService || hasFile)
        {
            edits.AddRange(Example.Add(submission, component.ServiceFile).Edits);
        }

        var where = component.HasService || hasFile ? $", and lead to it from port {port} of the Service in {component.ServiceFile}" : "";
        return Mend.Of($"Declare containerPort: {port} in {component.WorkloadFile}{where}.", edits);
    }

    /// <summary>What opens a port of Traefik's Service on every node, as the one that is asked for.</summary>
    internal static Mend OnNodes(Submission submission, Workload workload, int port) =>
        OnNodes(submission, workload, NodePorts[port], port);

    /// <summary>What opens a port of Traefik's Service on every node.</summary>
    internal static Mend OnNodes(Submission submission, Workload workload, int nodePort, int port)
    {
        var edits = new List<Edit>(Of(submission, Component.Traefik, workload, port).Edits);
        if (ExpectedValues.Service(submission, Component.Traefik) is { } service)
        {
            var spec = service.Root["spec"];
            if (spec["type"].Text is not ("NodePort" or "LoadBalancer"))
            {
                edits.Add(Edit.Set(service.Root, "spec.type", "NodePort"));
                edits.AddRange(spec["clusterIP"].Text == "None" ? [Edit.Remove(service.Root, "spec.clusterIP")] : []);
            }

            var at = spec["ports"]
                .Items.Index()
                .Where(item => item.Item["port"].Number == port)
                .Select(item => item.Index)
                .FirstOrDefault(-1);
            if (at >= 0 && spec["ports"][at]["nodePort"].Number != nodePort)
            {
                edits.Add(Edit.Set(service.Root, $"spec.ports[{at}].nodePort", $"{nodePort}"));
            }
        }

        return Mend.Of($"In traefik.service.yaml, set type: NodePort, and nodePort: {nodePort} at port: {port}.", edits);
    }

    // The container's port has this name, or none.
    private static IEnumerable<Edit> OfService(Node root, Component component, int port, string? name)
    {
        var items = root.At("spec.ports").Items;
        var at = items.Index().Where(item => item.Item["port"].Number == port).Select(item => item.Index).FirstOrDefault(-1);
        if (at < 0)
        {
            var (other, index) = Other(items, "port", component);
            if (other is null)
            {
                foreach (var (place, item) in items.Index().Where(item => !item.Item["name"].IsSet))
                {
                    yield return Edit.Set(root, $"spec.ports[{place}].name", $"port-{item["port"].Text}");
                }

                var nodePort = component == Component.Traefik ? $"\nnodePort: {NodePorts[port]}" : "";
                yield return Edit.Set(root, "spec.ports[+]", $"name: port-{port}\nport: {port}\ntargetPort: {port}{nodePort}");
                yield break;
            }

            at = index;
            yield return Edit.Set(root, $"spec.ports[{at}].port", $"{port}");
        }

        var target = items[at]["targetPort"];
        var leads = target.Number is { } number ? number == port : !target.IsSet || (name is not null && target.Text == name);
        if (!leads)
        {
            yield return Edit.Set(root, $"spec.ports[{at}].targetPort", $"{port}");
        }
    }

    // A port that nobody asks for is the one that is wrong.
    private static (Node? Item, int Index) Other(IReadOnlyList<Node> items, string field, Component component)
    {
        var (index, item) = items
            .Index()
            .FirstOrDefault(item => !component.Ports.Any(port => port == item.Item[field].Number), (-1, new Missing(new Location("", 1))));
        return index < 0 ? (null, index) : (item, index);
    }
}
