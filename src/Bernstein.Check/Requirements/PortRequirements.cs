namespace Bernstein.Check.Requirements;

/// <summary>The ports that a component exposes: of its container, and of the Service that leads to it.</summary>
internal static class PortRequirements
{
    internal static Offenders Exposes(int port) => (submission, component, workload) => Exposed(submission, component, workload, port);

    internal static Offenders OnNodes(int nodePort, int port) => (submission, _, workload) => OnNodes(submission, workload, nodePort, port);

    // The container declares the port and, where the component has a Service file, a Service there leads to it.
    private static IEnumerable<Finding> Exposed(Submission submission, Component component, Workload workload, int port)
    {
        Mend Mended() => PortMends.Of(submission, component, workload, port);
        var declared = workload.Container["ports"].Items.Select(item => item["containerPort"]).ToArray();
        if (declared.All(item => item.Number != port))
        {
            var ports = string.Join(", ", declared.Select(item => item.Shown));
            var found = ports.Length == 0 ? "no port" : $"the ports {ports}";
            return [workload.Container.RefusedNear("ports", $"the container declares {found}; asked for is {port}", Mended)];
        }

        var isAsked = component.HasService || submission.Manifests.File(component.ServiceFile) is not null;
        return !isAsked || ServicePorts(submission, component, workload, port).Any() ? []
            : submission.ServicesOf(component) is [var service, ..]
                ? [service.Root.RefusedAt("spec.ports", $"no port {port} of a Service leads to the container's port {port}", Mended)]
            : [ComponentRequirement.NoObject(submission, component.ServiceFile, "Service", null, Mended)];
    }

    private static IEnumerable<Finding> OnNodes(Submission submission, Workload traefik, int nodePort, int port)
    {
        Mend Mended() => PortMends.OnNodes(submission, traefik, port);
        var file = Component.Traefik.ServiceFile;
        if (submission.ServicesOf(Component.Traefik).Count == 0 && submission.Unread(file) is { } unread)
        {
            return [unread];
        }

        var ports = ServicePorts(submission, Component.Traefik, traefik, port).ToArray();
        if (ports.Length == 0)
        {
            return [new Finding($"no Service in {file} has a port {port} that leads to the container's port {port}") { MendBy = Mended }];
        }

        if (ports.Any(found => IsOnNodes(found.Service) && found.Port["nodePort"].Number == nodePort))
        {
            return [];
        }

        var (service, item) = ports[0];
        var (type, own) = (service.Root.At("spec.type"), item["nodePort"]);
        return IsOnNodes(service)
            ? [own.Refused($"the nodePort of port {port} is {own.Shown}; asked for is {nodePort}", Mended)]
            : [type.Refused($"the type of {service} is {type.Text ?? "ClusterIP"}; asked for is NodePort", Mended)];
    }

    private static bool IsOnNodes(KubernetesObject service) => service.Root.At("spec.type").Text is "NodePort" or "LoadBalancer";

    // The ports of the component's Services that have a number and lead to the container port of the same number.
    private static IEnumerable<(KubernetesObject Service, Node Port)> ServicePorts(
        Submission submission,
        Component component,
        Workload workload,
        int port
    ) =>
        from service in submission.ServicesOf(component)
        from item in service.Root.At("spec.ports").Items
        where item["port"].Number == port && Leads(item["targetPort"], workload, port)
        select (service, item);

    private static bool Leads(Node target, Workload workload, int port) =>
        target is not { IsSet: true, Text: { } text }
        || target.Number == port
        || (
            target.Number is null
            && workload.Container["ports"].Items.Any(item => item["name"].Text == text && item["containerPort"].Number == port)
        );
}
