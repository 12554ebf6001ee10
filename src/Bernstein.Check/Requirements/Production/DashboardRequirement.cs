namespace Bernstein.Check.Requirements;

/// <summary><c>production.dashboard</c>: strangers do not see the inside of Traefik.</summary>
internal static class DashboardRequirement
{
    private const int Port = 8080;

    internal static IEnumerable<Finding> Dashboard(Submission submission, Component component, Workload traefik) =>
        [.. Services(submission, traefik), .. Ingresses(submission, traefik)];

    private static IEnumerable<Finding> Services(Submission submission, Workload traefik) =>
        from service in submission.ServicesTo(traefik)
        where PortRequirements.IsOnNodes(service)
        from port in Leading(service, traefik)
        select port.Refused(
            $"port {port["port"].Text} of {service} leads to port {Port} of {traefik.Manifest} from outside the cluster",
            // Without edits: they would break a strict requirement, and a person must choose.
            () => Mend.Of($"In {service.File}, remove the port {port["port"].Text} of {service}.")
        );

    private static IEnumerable<Finding> Ingresses(Submission submission, Workload traefik) =>
        from ingress in submission.Manifests.OfKind("Ingress")
        from backend in IngressBackend.Of(ingress)
        let service = submission.Manifests.Find("Service", ingress.Namespace, backend.Service)
        where service is not null && LabelSelector.Selects(service, traefik)
        where Leading(service, traefik).Any(port => port["port"].Text == backend.Port.Text || port["name"].Text == backend.Port.Text)
        select backend.Node.Refused($"{ingress} leads to port {Port} of {traefik.Manifest}");

    private static IEnumerable<Node> Leading(KubernetesObject service, Workload traefik) =>
        service.Root.At("spec.ports").Items.Where(port => PortRequirements.Leads(port, traefik.Containers, Port));
}
