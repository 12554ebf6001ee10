namespace Bernstein.Check.Requirements;

/// <summary><c>production.metrics</c>: whoever keeps the deployment running sees how it is.</summary>
internal static class MetricsRequirement
{
    private const string Scrape = "prometheus.io/scrape";
    private const string PortName = "prometheus.io/port";

    internal static Verdict Metrics(Submission submission) =>
        Verdict.OfEach(
            from component in new[] { Component.Traefik, Component.Redis, Component.Postgres, Component.Cadvisor }
            let workload = submission.WorkloadOf(component)
            where workload is not null
            select (Component: component, Workload: workload),
            "there is neither traefik, redis, postgres nor cadvisor",
            found => WhyUnseen(submission, found.Component, found.Workload)
        );

    private static IEnumerable<Finding> WhyUnseen(Submission submission, Component component, Workload workload)
    {
        var asked = Asked(submission, workload).ToArray();
        var isSeen = Exporters(submission, workload).Prepend(workload).Any(found => IsSeen(submission, component, found));
        if (!isSeen && asked.Length == 0)
        {
            yield return workload.Template.Lacks(
                $"Prometheus does not find {workload.Manifest}: no annotation {Scrape}: \"true\", no PodMonitor, no ServiceMonitor"
            );
        }
        else if (!isSeen)
        {
            var named = asked[0] is { } port ? $"the port {port.Text}" : "every port";
            yield return (asked[0] ?? workload.Template).Refused(
                $"Prometheus asks {named} of {workload.Manifest}, and no container declares one for metrics"
            );
        }

        if (component == Component.Traefik && !GivesMetrics(workload))
        {
            yield return workload.Container.RefusedNear(
                "args",
                $"{workload.Manifest} has no argument --metrics.prometheus: it gives no metrics",
                () =>
                    Mend.Of(
                        $"In {workload.Manifest.File}, add the argument --metrics.prometheus.",
                        Edit.Set(workload.Pod, "containers[0].args[+]", "--metrics.prometheus")
                    )
            );
        }
    }

    // What is no component and is given the name of its Service.
    private static IEnumerable<Workload> Exporters(Submission submission, Workload workload) =>
        from arrow in Arrow.Needed(submission)
        where arrow.To.Manifest == workload.Manifest
        where Component.All.All(component => submission.WorkloadOf(component)?.Manifest != arrow.From.Manifest)
        select arrow.From;

    private static bool IsSeen(Submission submission, Component component, Workload workload)
    {
        var served = Ports(component, workload).ToArray();
        return Asked(submission, workload).Any(port => port is null ? served.Length > 0 : served.Any(declared => Is(declared, port)));
    }

    // The ports of the votes give no metrics; of Traefik and cadvisor, that of the pages does not.
    private static IEnumerable<Node> Ports(Component component, Workload workload) =>
        workload
            .Containers.SelectMany(container => container["ports"].Items)
            .Where(port => component == Component.Cadvisor || port["containerPort"].Number != component.Ports[0]);

    // Each way by which Prometheus is told: the port that is named; null where all are meant.
    private static IEnumerable<Node?> Asked(Submission submission, Workload workload)
    {
        var services = submission.Manifests.OfKind("Service").Where(service => LabelSelector.Selects(service, workload)).ToArray();
        var byAnnotation =
            from root in services.Select(service => service.Root).Prepend(workload.Template)
            let annotations = root.At("metadata.annotations")
            where annotations[Scrape].Text == "true"
            select annotations[PortName].IsSet ? annotations[PortName] : null;
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
            select port["targetPort"].IsSet ? port["targetPort"] : port["port"];
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

    private static bool Is(Node declared, Node port) =>
        declared["name"].Text == port.Text || declared["containerPort"].Number?.ToString(CultureInfo.InvariantCulture) == port.Text;

    private static bool GivesMetrics(Workload traefik) =>
        TraefikArguments
            .Written(traefik)
            .Any(argument =>
                new[] { "--metrics.prometheus", "--web.metrics.prometheus", "--configfile" }.Any(start =>
                    argument.Text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true
                )
            );
}
