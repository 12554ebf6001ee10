namespace Bernstein.Check.Requirements;

/// <summary><c>production.metrics</c>: whoever keeps the deployment running sees how it is.</summary>
internal static class MetricsRequirement
{
    private const string Scrape = "prometheus.io/scrape";

    // The arguments of Traefik, by their beginnings, that let it give metrics, or may.
    private static readonly string[] Arguments = ["--metrics.prometheus", "--web.metrics.prometheus", "--configfile"];

    internal static Verdict Metrics(Submission submission) =>
        Verdict.OfEach(
            submission.Parts(Component.Traefik, Component.Redis, Component.Postgres, Component.Cadvisor),
            "there is neither traefik, redis, postgres nor cadvisor",
            part => WhyUnseen(submission, part.Component, part.Workload)
        );

    private static IEnumerable<Finding> WhyUnseen(Submission submission, Component component, Workload workload)
    {
        if (!Exporters(submission, workload).Prepend(workload).Any(found => IsSeen(submission, component, found)))
        {
            yield return Asked(submission, workload).ToArray() is not [var port, ..]
                ? workload.Template.Lacks(
                    $"Prometheus does not find {workload.Manifest}: no annotation {Scrape}: \"true\", no PodMonitor, no ServiceMonitor"
                )
                : (port ?? workload.Template).Refused(
                    $"Prometheus asks {(port is null ? "every port" : $"the port {port.Text}")} of {workload.Manifest}, and no container declares one for metrics"
                );
        }

        var isTold = TraefikArguments
            .Texts(workload)
            .Any(argument => Arguments.Any(start => argument.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
        if (component == Component.Traefik && !isTold)
        {
            yield return workload
                .Container.Nearest("args")
                .Refused(
                    $"{workload.Manifest} has no argument --metrics.prometheus: it gives no metrics",
                    () =>
                        Mend.Of(
                            $"In {workload.Manifest.File}, add the argument --metrics.prometheus.",
                            Edit.Set(workload.Container, "args[+]", "--metrics.prometheus")
                        )
                );
        }
    }

    // What is no component and is given the name of its Service.
    private static IEnumerable<Workload> Exporters(Submission submission, Workload workload) =>
        from arrow in Arrow.Needed(submission)
        where arrow.To.Manifest == workload.Manifest && !submission.IsComponent(arrow.From)
        select arrow.From;

    // The ports of the votes give no metrics; of Traefik and cadvisor, that of the pages does not.
    private static bool IsSeen(Submission submission, Component component, Workload workload)
    {
        var served = workload
            .Containers.SelectMany(container => container["ports"].Items)
            .Where(port => component == Component.Cadvisor || port["containerPort"].Number != component.Ports[0])
            .ToArray();
        return Asked(submission, workload).Any(port => served.Any(declared => port is null || Is(declared, port)));
    }

    private static bool Is(Node declared, Node port) =>
        declared["name"].Text == port.Text || declared["containerPort"].Number?.ToString(CultureInfo.InvariantCulture) == port.Text;

    // Each way by which Prometheus is told: the port that is named; null where all are meant.
    private static IEnumerable<Node?> Asked(Submission submission, Workload workload)
    {
        var services = submission.ServicesTo(workload).ToArray();
        var byAnnotation =
            from root in services.Select(service => service.Root).Prepend(workload.Template)
            let annotations = root.At("metadata.annotations")
            where annotations[Scrape].Text == "true"
            let port = annotations["prometheus.io/port"]
            select port.IsSet ? port : null;
        var byPod =
            from monitor in Monitors(submission, "PodMonitor", workload.Manifest.Namespace, workload.Labels)
            from endpoint in monitor.Root.At("spec.podMetricsEndpoints").Items
            select endpoint["port"].IsSet ? endpoint["port"] : endpoint["portNumber"];
        var byService =
            from service in services
            from monitor in Monitors(submission, "ServiceMonitor", service.Namespace, service.Root.At("metadata.labels"))
            from endpoint in monitor.Root.At("spec.endpoints").Items
            from port in service.Root.At("spec.ports").Items
            where port["name"].Text == endpoint["port"].Text
            select PortRequirements.Target(port);
        return byAnnotation.Concat(byPod).Concat(byService);
    }

    private static IEnumerable<KubernetesObject> Monitors(Submission submission, string kind, string space, Node labels) =>
        from monitor in submission.Manifests.OfKind(kind)
        where LabelSelector.Matches(monitor.Root.At("spec.selector"), labels)
        let spaces = monitor.Root.At("spec.namespaceSelector")
        where
            spaces["any"].Boolean == true
            || spaces["matchNames"].Items.Any(name => name.Text == space)
            || (!spaces.IsSet && monitor.Namespace == space)
        select monitor;
}
