namespace Bernstein.Check.Requirements;

/// <summary><c>production.metrics</c>: whoever keeps the deployment running sees how it is.</summary>
internal static class MetricsRequirement
{
    private const string Scrape = "prometheus.io/scrape";
    private const string PortName = "prometheus.io/port";

    internal static Requirement Metrics() =>
        new(
            "production.metrics",
            Severity.Production,
            "Prometheus finds the metrics of traefik, redis, postgres and cadvisor: by annotations of the pods or their Service, or by a PodMonitor or ServiceMonitor, on a port that a container declares and that is not the one of the votes. For redis and postgres, an exporter in its own pod is enough, if it gets the name of their Service.",
            "Nobody sees the queue grow or the disk fill until a voter complains.",
            $"Write the annotations {Scrape}: \"true\" and {PortName} on the pods, with an exporter for redis and postgres (ports 9121 and 9187) and --metrics.prometheus for Traefik.",
            submission =>
            {
                var asked = new[] { Component.Traefik, Component.Redis, Component.Postgres, Component.Cadvisor }
                    .Select(component => (Component: component, Workload: submission.WorkloadOf(component)!))
                    .Where(found => found.Workload is not null)
                    .ToArray();
                return asked.Length == 0
                    ? Verdict.NotJudged("there is neither traefik, redis, postgres nor cadvisor")
                    : Verdict.Of(asked.SelectMany(found => WhyUnseen(submission, found.Component, found.Workload)));
            }
        );

    private static IEnumerable<Finding> WhyUnseen(Submission submission, Component component, Workload workload)
    {
        var asked = Asked(submission, workload).ToArray();
        var isSeen = Exporters(submission, workload).Prepend(workload).Any(found => IsSeen(submission, component, found));
        if (!isSeen && asked.Length == 0)
        {
            yield return new Finding(
                $"Prometheus does not find {workload.Manifest}: no annotation {Scrape}: \"true\", no PodMonitor, no ServiceMonitor",
                workload.Template.Location
            )
            {
                MayBeElsewhere = true,
            };
        }
        else if (!isSeen)
        {
            var named = asked[0] is { } port ? $"the port {port.Text}" : "every port";
            yield return new Finding(
                $"Prometheus asks {named} of {workload.Manifest}, and no container declares one for metrics",
                (asked[0] ?? workload.Template).Location
            );
        }

        if (component == Component.Traefik && !GivesMetrics(workload))
        {
            yield return new Finding(
                $"{workload.Manifest} has no argument --metrics.prometheus: it gives no metrics",
                (workload.Container["args"].IsSet ? workload.Container["args"] : workload.Container).Location
            )
            {
                MendBy = () =>
                    Mend.Of(
                        $"In {workload.Manifest.File}, add the argument --metrics.prometheus.",
                        Edit.Set(workload.Pod, "containers[0].args[+]", "--metrics.prometheus")
                    ),
            };
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
        foreach (
            var annotations in services
                .Select(service => service.Root)
                .Prepend(workload.Template)
                .Select(root => root.At("metadata.annotations"))
        )
        {
            if (annotations[Scrape].Text == "true")
            {
                yield return annotations[PortName].IsSet ? annotations[PortName] : null;
            }
        }

        foreach (var monitor in Monitors(submission, "PodMonitor", workload.Manifest.Namespace, workload.Labels))
        {
            foreach (var endpoint in monitor.Root.At("spec.podMetricsEndpoints").Items)
            {
                yield return endpoint["port"].IsSet ? endpoint["port"] : endpoint["portNumber"];
            }
        }

        foreach (
            var port in from service in services
            from monitor in Monitors(submission, "ServiceMonitor", service.Namespace, service.Root.At("metadata.labels"))
            from endpoint in monitor.Root.At("spec.endpoints").Items
            from port in service.Root.At("spec.ports").Items
            where port["name"].Text == endpoint["port"].Text
            select port["targetPort"].IsSet ? port["targetPort"] : port["port"]
        )
        {
            yield return port;
        }
    }

    private static IEnumerable<KubernetesObject> Monitors(Submission submission, string kind, string space, Node labels) =>
        submission
            .Manifests.OfKind(kind)
            .Where(monitor => LabelSelector.Matches(monitor.Root.At("spec.selector"), labels))
            .Where(monitor =>
                monitor.Root.At("spec.namespaceSelector.any").Boolean == true
                || monitor.Root.At("spec.namespaceSelector.matchNames").Items.Any(name => name.Text == space)
                || (!monitor.Root.At("spec.namespaceSelector").IsSet && monitor.Namespace == space)
            );

    private static bool Is(Node declared, Node port) =>
        declared["name"].Text == port.Text || declared["containerPort"].Number?.ToString(CultureInfo.InvariantCulture) == port.Text;

    private static bool GivesMetrics(Workload traefik) =>
        traefik
            .Container["args"]
            .Items.Concat(traefik.Container["command"].Items)
            .Select(argument => (argument.Text ?? "").ToLowerInvariant())
            .Any(argument =>
                argument.StartsWith("--metrics.prometheus", StringComparison.Ordinal)
                || argument.StartsWith("--web.metrics.prometheus", StringComparison.Ordinal)
                || argument.StartsWith("--configfile", StringComparison.Ordinal)
            );
}
