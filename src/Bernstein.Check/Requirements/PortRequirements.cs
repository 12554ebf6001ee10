namespace Bernstein.Check.Requirements;

/// <summary>The ports that a component exposes: of its container, and of the Service that leads to it.</summary>
internal static class PortRequirements
{
    internal static Offenders Exposes(int port) => (submission, component, workload) => Exposed(submission, component, workload, port);

    internal static Offenders OnNodes(int nodePort, int port) => (submission, _, workload) => OnNodes(submission, workload, nodePort, port);

    /// <summary>Whether a port of a Service leads to a port of one of some containers, by its number or its name.</summary>
    internal static bool Leads(Node served, IEnumerable<Node> containers, int port)
    {
        var target = Target(served);
        return target.Number == port
            || containers
                .SelectMany(container => container["ports"].Items)
                .Any(item => target.Number is null && item["name"].Text == target.Text && item["containerPort"].Number == port);
    }

    /// <summary>The number or the name of the port that a port of a Service leads to.</summary>
    internal static Node Target(Node served) => served["targetPort"].Text is null ? served["port"] : served["targetPort"];

    // The container declares the port and, where the component has a Service file, a Service there leads to it.
    private static IEnumerable<Finding> Exposed(Submission submission, Component component, Workload workload, int port)
    {
        var declared = workload.Container["ports"].Items.Select(item => item["containerPort"]).ToArray();
        if (declared.All(item => item.Number != port))
        {
            var found = declared.Length == 0 ? "no port" : $"the ports {string.Join(", ", declared.Select(item => item.Shown))}";
            return [workload.Container.Nearest("ports").Refused($"the container declares {found}; asked for is {port}", Mended)];
        }

        var isAsked = component.HasService || submission.Manifests.File(component.ServiceFile) is not null;
        return !isAsked || ServicePorts(submission, component, workload, port).Any() ? []
            : submission.ServicesOf(component) is [var service, ..]
                ? [service.Root.At("spec.ports").Refused($"no port {port} of a Service leads to the container's port {port}", Mended)]
            : [FileRequirements.NoObject(submission, component.ServiceFile, "Service", null, Mended)];

        Mend Mended() => PortMends.Of(submission, component, workload, port);
    }

    private static IEnumerable<Finding> OnNodes(Submission submission, Workload traefik, int nodePort, int port)
    {
        var (file, ports) = (Component.Traefik.ServiceFile, ServicePorts(submission, Component.Traefik, traefik, port).ToArray());
        if (ports is not [var (service, item), ..])
        {
            var unread = submission.ServicesOf(Component.Traefik).Count == 0 ? submission.Unread(file) : null;
            var message = $"no Service in {file} has a port {port} that leads to the container's port {port}";
            return [unread ?? new Finding(message) { MendBy = Mended }];
        }

        var (type, own) = (service.Root.At("spec.type"), item["nodePort"]);
        return ports.Any(found => IsOnNodes(found.Service) && found.Port["nodePort"].Number == nodePort) ? []
            : IsOnNodes(service) ? [own.Refused($"the nodePort of port {port} is {own.Shown}; asked for is {nodePort}", Mended)]
            : [type.Refused($"the type of {service} is {type.Text ?? "ClusterIP"}; asked for is NodePort", Mended)];

        Mend Mended() => PortMends.OnNodes(submission, traefik, port);
    }

    internal static bool IsOnNodes(KubernetesObject service) => service.Root.At("spec.type").Text is "NodePort" or "LoadBalancer";

    // The ports of the component's Services that have a number and lead to the container port of the same number.
    private static IEnumerable<(KubernetesObject Service, Node Port)> ServicePorts(
        Submission submission,
        Component component,
        Workload workload,
        int port
    ) =>
        from service in submission.ServicesOf(component)
        from item in service.Root.At("spec.ports").Items
        where item["port"].Number == port && Leads(item, [workload.Container], port)
        select (service, item);
}
