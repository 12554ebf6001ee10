namespace Bernstein.Check.Requirements;

/// <summary>What Traefik leads to and what it must not.</summary>
internal static class RouteRequirements
{
    internal static Requirement Route(Component component) =>
        new(
            $"{component.Name}.route",
            Severity.Specification,
            $"The host {component.Host} leads to the {component.Name} Service.",
            "The page does not open.",
            $"Write an Ingress in {component.IngressFile} with a rule for the host {component.Host}, path / (pathType Prefix) and the backend Service {component.Name}, port 80.",
            submission => JudgeRoute(submission, component)
        );

    internal static Requirement NotRouted(Component component) =>
        ComponentRequirement.Workload(
            component,
            "not-routed",
            $"{component.Name} is not reachable through Traefik.",
            "The queue and the database would be open to everybody who reaches a node.",
            $"Remove the Ingress rule that leads to a Service of {component.Name}, and any traefik.enable label or annotation of true.",
            (submission, workload) => JudgeNotRouted(submission, component, workload)
        );

    private static Verdict JudgeRoute(Submission submission, Component component)
    {
        var ingresses = submission.Own(component.IngressFile, "Ingress");
        if (ingresses.Count == 0 && submission.Unread(component.IngressFile) is { } unread)
        {
            return Verdict.Of([unread]);
        }

        if (submission.Manifests.File(component.IngressFile) is null)
        {
            return Verdict.Fail($"there is no file {component.IngressFile}", mend: () => FileMends.Of(submission, component.IngressFile));
        }

        if (ingresses.Count == 0)
        {
            return Verdict.Fail(
                submission.Lacks(component.IngressFile, "Ingress"),
                new Location(component.IngressFile, 1),
                () => Example.Add(submission, component.IngressFile)
            );
        }

        var rules = ingresses
            .SelectMany(ingress => ingress.Root.At("spec.rules").Items.Select(rule => (Ingress: ingress, Rule: rule)))
            .Where(found => found.Rule["host"].Text == component.Host)
            .ToArray();
        var isRight = rules.Any(found =>
            found.Rule.At("http.paths").Items.Any(path => WhyNot(submission, component, found.Ingress, path) is null)
        );
        return isRight ? Verdict.Pass : Verdict.Of(ingresses.SelectMany(ingress => OfIngress(submission, component, ingress)));
    }

    private static IEnumerable<Finding> OfIngress(Submission submission, Component component, KubernetesObject ingress)
    {
        var rules = ingress.Root.At("spec.rules");
        var own = rules.Items.Where(rule => rule["host"].Text == component.Host).ToArray();
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
            ? path["path"].Refused($"the path is {text}; asked for is /", () => path.ToWrite("path", "/"))
        : path["pathType"].Text == "Exact"
            ? path["pathType"]
                .Refused(
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
            : backend.Port.Refused($"the backend's port {backend.Port.Shown} is not a port of the Service {name}", Mended);
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

    private static Verdict JudgeNotRouted(Submission submission, Component component, Workload workload)
    {
        var own = submission
            .ServicesOf(component)
            .Concat(submission.Manifests.OfKind("Service").Where(service => LabelSelector.Selects(service, workload)))
            .ToArray();
        var routes =
            from ingress in submission.Manifests.OfKind("Ingress")
            from backend in IngressBackend.Of(ingress)
            where own.Any(service => service.Name == backend.Service && service.Namespace == ingress.Namespace)
            select new Finding($"{ingress} leads to the Service {backend.Service}", backend.Node.Location)
            {
                MendBy = () => RouteMends.Away(submission, ingress, backend.Node),
            };
        var marks =
            from found in submission.ObjectsOf(component)
            from metadata in new[] { found.Root["metadata"], found.Root.At("spec.template.metadata") }
            from map in new[] { metadata["labels"], metadata["annotations"] }
            let mark = map["traefik.enable"]
            where string.Equals(mark.Text, "true", StringComparison.OrdinalIgnoreCase)
            select new Finding($"{found} carries traefik.enable: true", mark.Location)
            {
                MendBy = () => Mend.Of("Remove traefik.enable.", Edit.Remove(mark)),
            };
        return Verdict.Of(routes.Concat(marks));
    }
}
