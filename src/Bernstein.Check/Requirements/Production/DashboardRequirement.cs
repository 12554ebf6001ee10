namespace Bernstein.Check.Requirements;

/// <summary><c>production.dashboard</c>: strangers do not see the inside of Traefik.</summary>
internal static class DashboardRequirement
{
    private const int Port = 8080;

    internal static Requirement Dashboard() =>
        new(
            "production.dashboard",
            Severity.Production,
            "Nothing leads from outside to port 8080 of Traefik, where it serves its dashboard and its API to everybody. The strict requirement traefik.node-port.dashboard asks for the opposite.",
            "Everybody sees every route and address of the cluster, and with Traefik 1 the last errors too.",
            "Remove nodePort 30042 with its port from the Service of type NodePort or LoadBalancer; kubectl port-forward opens the dashboard for you only.",
            submission =>
                submission.WorkloadOf(Component.Traefik) is { } traefik
                    ? Verdict.Of(Services(submission, traefik).Concat(Ingresses(submission, traefik)))
                    : Verdict.NotJudged("there is no traefik")
        );

    private static IEnumerable<Finding> Services(Submission submission, Workload traefik) =>
        from service in submission.Manifests.OfKind("Service")
        where service.Root.At("spec.type").Text is "NodePort" or "LoadBalancer" && LabelSelector.Selects(service, traefik)
        from port in service.Root.At("spec.ports").Items
        where Leads(port, traefik)
        select new Finding(
            $"port {port["port"].Text} of {service} leads to port {Port} of {traefik.Manifest} from outside the cluster",
            port.Location
        )
        {
            // Without edits: they would break a strict requirement, and a person must choose.
            MendBy = () => Mend.Of($"In {service.File}, remove the port {port["port"].Text} of {service}."),
        };

    private static IEnumerable<Finding> Ingresses(Submission submission, Workload traefik) =>
        from ingress in submission.Manifests.OfKind("Ingress")
        from backend in IngressBackend.Of(ingress)
        let service = submission.Manifests.Find("Service", ingress.Namespace, backend.Service)
        where service is not null && LabelSelector.Selects(service, traefik)
        where
            service
                .Root.At("spec.ports")
                .Items.Any(port =>
                    (port["port"].Text == backend.Port.Text || port["name"].Text == backend.Port.Text) && Leads(port, traefik)
                )
        select new Finding($"{ingress} leads to port {Port} of {traefik.Manifest}", backend.Node.Location);

    private static bool Leads(Node port, Workload traefik)
    {
        var target = port["targetPort"].IsSet ? port["targetPort"] : port["port"];
        return target.Number == Port
            || traefik
                .Containers.SelectMany(container => container["ports"].Items)
                .Any(declared => target.Number is null && declared["name"].Text == target.Text && declared["containerPort"].Number == Port);
    }
}
