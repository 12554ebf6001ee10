namespace Bernstein.Check.Requirements;

/// <summary>What Traefik leads to and what it must not.</summary>
internal static class RouteRequirements
{
    internal static Verdict Route(Submission submission, Component component)
    {
        var file = component.IngressFile;
        var ingresses = submission.Own(file, "Ingress");
        if (ingresses.Count == 0)
        {
            return Verdict.Of(
                ComponentRequirement.NoObject(submission, file, "Ingress", new(file, 1), () => Example.Add(submission, file))
            );
        }

        var isRight = ingresses.Any(ingress =>
            RulesOf(ingress, component)
                .SelectMany(rule => rule.At("http.paths").Items)
                .Any(path => WhyNot(submission, component, ingress, path) is null)
        );
        return isRight ? Verdict.Pass : Verdict.Of(ingresses.SelectMany(ingress => OfIngress(submission, component, ingress)));
    }

    internal static IEnumerable<Finding> NotRouted(Submission submission, Component component, Workload workload)
    {
        var own = submission
            .ServicesOf(component)
            .Concat(submission.Manifests.OfKind("Service").Where(service => LabelSelector.Selects(service, workload)))
            .ToArray();
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
        return own.Length > 0
            ? own.SelectMany(rule => OfRule(submission, component, ingress, rule))
            :
            [
                rules.Refused(
                    $"no rule for the host {component.Host}; the rules are for: {(hosts.Length == 0 ? "none" : hosts)}",
                    () => RouteMends.Rule(submission, component, ingress)
                ),
            ];
    }

    private static IEnumerable<Finding> OfRule(Submission submission, Component component, KubernetesObject ingress, Node rule) =>
        rule.At("http.paths").Items is { Count: > 0 } paths
            ? paths.Select(path => WhyNot(submission, component, ingress, path)).OfType<Finding>()
            : [rule.Refused($"the rule for {component.Host} has no path", () => RouteMends.Path(submission, component, ingress, rule))];

    private static Finding? WhyNot(Submission submission, Component component, KubernetesObject ingress, Node path) =>
        path["path"].Text is { Length: > 0 } text && text != "/"
            ? path.RefusedAt("path", $"the path is {text}; asked for is /", () => path.ToWrite("path", "/"))
        : path["pathType"].Text == "Exact"
            ? path.RefusedAt(
                "pathType",
                "pathType is Exact, which serves only the address /; asked for is Prefix",
                () => path.ToWrite("pathType", "Prefix")
            )
        : OfBackend(submission, component, ingress, new IngressBackend(path["backend"]));

    private static Finding? OfBackend(Submission submission, Component component, KubernetesObject ingress, IngressBackend backend)
    {
        var (name, all) = (backend.Service, submission.ServicesOf(component));
        var services = all.Where(service => service.Name == name).ToArray();
        Mend? Mended() => RouteMends.Backend(submission, component, ingress, backend.Node);
        return all.Count == 0 && submission.Unread(component.ServiceFile) is { } unread ? unread
            : services.Length == 0
                ? backend.Node.Refused(
                    $"the backend is the Service {(name.Length == 0 ? "(not set)" : name)}, which is not in {component.ServiceFile}",
                    Mended
                )
            : services.FirstOrDefault(service => service.Namespace == ingress.Namespace) is not { } target
                ? ElsewhereThan(ingress, services[0], component)
            : HasPort(target, backend.Port) ? null
            : backend.Port.Refused(
                backend.Port.IsSet
                    ? $"the backend's port {backend.Port.Shown} is not a port of the Service {name}"
                    : $"the backend names no port of the Service {name}",
                Mended
            );
    }

    private static Finding ElsewhereThan(KubernetesObject ingress, KubernetesObject service, Component component)
    {
        var wrong = ingress.Namespace == component.Namespace ? service : ingress;
        return ingress.Root.RefusedAt(
            "metadata.namespace",
            $"the Ingress is in the namespace {ingress.Namespace} and its Service {service.Name} in {service.Namespace}; an Ingress leads to its own namespace only",
            () => ExpectedValues.Set(wrong, "metadata.namespace", component.Namespace)
        );
    }

    private static bool HasPort(KubernetesObject service, Node port) =>
        service
            .Root.At("spec.ports")
            .Items.Any(item =>
                item["port"].Number is { } number && number == port.Number || item["name"].Text is { } named && named == port.Text
            );
}
