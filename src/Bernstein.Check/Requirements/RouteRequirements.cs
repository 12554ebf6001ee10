namespace Bernstein.Check.Requirements;

/// <summary>What Traefik leads to and what it must not.</summary>
internal static class RouteRequirements
{
    internal static Verdict Route(Submission submission, Component component)
    {
        var file = component.IngressFile;
        var ingresses = submission.Own(file, "Ingress");
        var ways =
            from ingress in ingresses
            from rule in RulesOf(ingress, component)
            from path in rule.At("http.paths").Items
            select WhyNot(submission, component, ingress, path);
        return ingresses.Count == 0
                ? Verdict.Of(FileRequirements.NoObject(submission, file, "Ingress", new(file, 1), () => Example.Add(submission, file)))
            // One way that is right is enough.
            : ways.Contains(null) ? Verdict.Pass
            : Verdict.Of(ingresses.SelectMany(ingress => OfIngress(submission, component, ingress)));
    }

    internal static IEnumerable<Finding> NotRouted(Submission submission, Component component, Workload workload)
    {
        var own = submission.ServicesOf(component).Concat(submission.ServicesTo(workload)).ToArray();
        var routes =
            from ingress in submission.Manifests.OfKind("Ingress")
            from backend in IngressBackend.Of(ingress)
            where own.Any(service => service.Name == backend.Service && service.Namespace == ingress.Namespace)
            select backend.Node.Refused(
                $"{ingress} leads to the Service {backend.Service}",
                () => RouteMends.Away(submission, ingress, backend.Node)
            );
        var marks =
            from found in submission.ObjectsOf(component)
            from metadata in new[] { "metadata", "spec.template.metadata" }
            from map in new[] { "labels", "annotations" }
            let mark = found.Root.At(metadata)[map]["traefik.enable"]
            where string.Equals(mark.Text, "true", StringComparison.OrdinalIgnoreCase)
            select mark.Refused($"{found} carries traefik.enable: true", () => Mend.Of("Remove traefik.enable.", Edit.Remove(mark)));
        return routes.Concat(marks);
    }

    private static IEnumerable<Node> RulesOf(KubernetesObject ingress, Component component) =>
        ingress.Root.At("spec.rules").Items.Where(rule => rule["host"].Text == component.Host);

    private static IEnumerable<Finding> OfIngress(Submission submission, Component component, KubernetesObject ingress)
    {
        var (rules, own) = (ingress.Root.At("spec.rules"), RulesOf(ingress, component).ToArray());
        var hosts = string.Join(", ", rules.Items.Select(rule => rule["host"].Shown));
        var message = $"no rule for the host {component.Host}; the rules are for: {(hosts.Length == 0 ? "none" : hosts)}";
        return own.Length > 0
            ? own.SelectMany(rule => OfRule(submission, component, ingress, rule))
            : [rules.Refused(message, () => RouteMends.Rule(submission, component, ingress))];
    }

    private static IEnumerable<Finding> OfRule(Submission submission, Component component, KubernetesObject ingress, Node rule) =>
        rule.At("http.paths").Items is { Count: > 0 } paths
            ? paths.Select(path => WhyNot(submission, component, ingress, path)).OfType<Finding>()
            : [rule.Refused($"the rule for {component.Host} has no path", () => RouteMends.Path(submission, component, ingress, rule))];

    private static Finding? WhyNot(Submission submission, Component component, KubernetesObject ingress, Node way)
    {
        var (path, type) = (way["path"], way["pathType"]);
        return path.Text is not (null or "" or "/")
                ? path.Refused($"the path is {path.Text}; asked for is /", () => way.ToWrite("path", "/"))
            : type.Text == "Exact"
                ? type.Refused(
                    "pathType is Exact, which serves only the address /; asked for is Prefix",
                    () => way.ToWrite("pathType", "Prefix")
                )
            : OfBackend(submission, component, ingress, new IngressBackend(way["backend"]));
    }

    private static Finding? OfBackend(Submission submission, Component component, KubernetesObject ingress, IngressBackend backend)
    {
        var (name, port, all) = (backend.Service, backend.Port, submission.ServicesOf(component));
        var services = all.Where(service => service.Name == name).ToArray();
        return all.Count == 0 && submission.Unread(component.ServiceFile) is { } unread ? unread
            : services.Length == 0
                ? backend.Node.Refused(
                    $"the backend is the Service {(name.Length == 0 ? "(not set)" : name)}, which is not in {component.ServiceFile}",
                    Mended
                )
            : services.FirstOrDefault(service => service.Namespace == ingress.Namespace) is not { } target
                ? ElsewhereThan(ingress, services[0], component)
            : HasPort(target, port) ? null
            : port.Refused(
                port.IsSet
                    ? $"the backend's port {port.Shown} is not a port of the Service {name}"
                    : $"the backend names no port of the Service {name}",
                Mended
            );

        Mend? Mended() => RouteMends.Backend(submission, component, ingress, backend.Node);
    }

    private static Finding ElsewhereThan(KubernetesObject ingress, KubernetesObject service, Component component) =>
        ingress
            .Root.At("metadata.namespace")
            .Refused(
                $"the Ingress is in the namespace {ingress.Namespace} and its Service {service.Name} in {service.Namespace}; an Ingress leads to its own namespace only",
                () =>
                    ExpectedValues.Set(
                        ingress.Namespace == component.Namespace ? service : ingress,
                        "metadata.namespace",
                        component.Namespace
                    )
            );

    private static bool HasPort(KubernetesObject service, Node port) =>
        service
            .Root.At("spec.ports")
            .Items.Any(item =>
                item["port"].Number is { } number && number == port.Number || item["name"].Text is { } named && named == port.Text
            );
}
