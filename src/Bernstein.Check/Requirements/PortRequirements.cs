namespace Bernstein.Check.Requirements;

/// <summary>The ports that a component exposes: of its container, and of the Service that leads to it.</summary>
internal static class PortRequirements
{
    internal static Requirement Port(Component component)
    {
        var port = component.Ports[0];
        return ComponentRequirement.Workload(
            component,
            "port",
            $"{component.Name} exposes port {port}.",
            "Nobody else in the cluster finds it.",
            component.HasService
                ? $"Declare containerPort: {port} in {component.WorkloadFile}, and in {component.ServiceFile} a Service with port: {port} and targetPort: {port}."
                : $"Declare containerPort: {port} on the first container of {component.WorkloadFile}.",
            (submission, workload) => Exposes(submission, component, workload, port)
        );
    }

    /// <summary>Whether the container declares a port and, where the component has a Service file, a Service there leads to it.</summary>
    internal static Verdict Exposes(Submission submission, Component component, Workload workload, int port)
    {
        Mend Mended() => PortMends.Of(submission, component, workload, port);
        if (!workload.Container["ports"].Items.Any(item => item["containerPort"].Number == port))
        {
            var ports = string.Join(", ", workload.Container["ports"].Items.Select(item => item["containerPort"].Shown));
            return Verdict.Fail(
                $"the container declares {(ports.Length == 0 ? "no port" : $"the ports {ports}")}; asked for is {port}",
                (workload.Container["ports"].IsSet ? workload.Container["ports"] : workload.Container).Location,
                Mended
            );
        }

        if (!component.HasService && submission.Manifests.File(component.ServiceFile) is null)
        {
            return Verdict.Pass;
        }

        return ServicePorts(submission, component, workload, port).Any()
            ? Verdict.Pass
            : NoServicePort(submission, component, port, Mended);
    }

    private static Verdict NoServicePort(Submission submission, Component component, int port, Func<Mend?> mended)
    {
        var services = submission.ServicesOf(component);
        var isThere = submission.Manifests.File(component.ServiceFile) is not null;
        return services.Count > 0
                ? Verdict.Fail(
                    $"no port {port} of a Service leads to the container's port {port}",
                    services[0].Root.At("spec.ports").Location,
                    mended
                )
            : submission.Unread(component.ServiceFile) is { } unread ? Verdict.Of([unread])
            : isThere ? Verdict.Fail(submission.Lacks(component.ServiceFile, "Service"), mend: mended)
            : Verdict.Fail($"there is no file {component.ServiceFile}", mend: () => FileMends.Of(submission, component.ServiceFile));
    }

    /// <summary>The ports of the component's Services that have a number and lead to the container port of the same number.</summary>
    internal static IEnumerable<(KubernetesObject Service, Node Port)> ServicePorts(
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
