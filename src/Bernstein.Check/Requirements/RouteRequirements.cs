using Bernstein.Check.Manifests;

namespace Bernstein.Check.Requirements;

/// <summary>What Traefik leads to and what it must not.</summary>
internal static class RouteRequirements
{
    internal static Requirement Route(Component component) =>
        new(
            $"{component.Name}.route",
            Severity.Letter,
            $"The host {component.Host} leads to the {component.Name} Service.",
            "The page does not open.",
            $"Write an Ingress in {component.IngressFile} with a rule for the host {component.Host}, path / (pathType Prefix) and the backend Service {component.Name}, port 80.",
            submission => JudgeRoute(submission, component)
        );

    internal static Requirement NotRouted(Component component) =>
        LetterOf.Workload(
            component,
            "not-routed",
            $"{component.Name} is not reachable through Traefik.",
            "The queue and the database would be open to everybody who reaches a node.",
            $"Remove the Ingress rule that leads to a Service of {component.Name}, and any traefik.enable label or annotation of true.",
            (submission, workload) => JudgeNotRouted(submission, component, workload)
        );

    private static Verdict JudgeRoute(Submission submission, Component component)
    {
        if (submission.Folder.File(component.IngressFile) is null)
        {
            return Verdict.Fail($"there is no file {component.IngressFile}");
        }

        var ingresses = submission.Folder.In(component.IngressFile).Where(found => found.Kind == "Ingress").ToArray();
        if (ingresses.Length == 0)
        {
            return Verdict.Fail($"{component.IngressFile} holds no Ingress", new Location(component.IngressFile, 1));
        }

        var findings = new List<Finding>();
        foreach (var ingress in ingresses)
        {
            var rules = ingress.Root.At("spec.rules").Items;
            foreach (var rule in rules.Where(rule => rule["host"].Text == component.Host))
            {
                var paths = rule.At("http.paths").Items;
                var reasons = paths.Select(path => WhyNot(submission, component, ingress, path)).ToArray();
                if (reasons.Any(reason => reason is null))
                {
                    return Verdict.Pass;
                }

                findings.AddRange(
                    paths.Count == 0
                        ? [new Finding($"the rule for {component.Host} has no path", rule.Location)]
                        : reasons.OfType<Finding>()
                );
            }

            if (!rules.Any(rule => rule["host"].Text == component.Host))
            {
                var hosts = string.Join(", ", rules.Select(rule => WorkloadRequirements.Show(rule["host"])));
                findings.Add(
                    new Finding(
                        $"no rule for the host {component.Host}; the rules are for: {(hosts.Length == 0 ? "none" : hosts)}",
                        ingress.Root.At("spec.rules").Location
                    )
                );
            }
        }

        return Verdict.Of(findings);
    }

    private static Finding? WhyNot(Submission submission, Component component, KubernetesObject ingress, Node path)
    {
        if (path["path"].Text is { Length: > 0 } text && text != "/")
        {
            return new Finding($"the path is {text}; asked for is /", path["path"].Location);
        }

        if (path["pathType"].Text == "Exact")
        {
            return new Finding("pathType is Exact, which serves the address / alone; asked for is Prefix", path["pathType"].Location);
        }

        var name = BackendName(path["backend"]);
        var services = submission.Services(component).Where(service => service.Name == name).ToArray();
        if (services.Length == 0)
        {
            return new Finding(
                $"the backend is the Service {(name.Length == 0 ? "(not set)" : name)}, which is not in {component.ServiceFile}",
                path["backend"].Location
            );
        }

        if (services.FirstOrDefault(service => service.Namespace == ingress.Namespace) is not { } target)
        {
            return new Finding(
                $"the Ingress is in the namespace {ingress.Namespace} and its Service {name} in {services[0].Namespace}; an Ingress leads to its own namespace only",
                ingress.Root.At("metadata.namespace").Location
            );
        }

        var port = BackendPort(path["backend"]);
        return target
            .Root.At("spec.ports")
            .Items.Any(item =>
                item["port"].Number is { } number && number == port.Number || item["name"].Text is { } named && named == port.Text
            )
            ? null
            : new Finding($"the backend's port {WorkloadRequirements.Show(port)} is not a port of the Service {name}", port.Location);
    }

    private static Verdict JudgeNotRouted(Submission submission, Component component, Workload workload)
    {
        var own = submission
            .Services(component)
            .Concat(submission.OfKind("Service").Where(service => LabelSelector.Selects(service, workload)))
            .ToArray();
        var routes =
            from ingress in submission.OfKind("Ingress")
            from backend in Backends(ingress)
            where own.Any(service => service.Name == BackendName(backend) && service.Namespace == ingress.Namespace)
            select new Finding($"{ingress} leads to the Service {BackendName(backend)}", backend.Location);
        var marks =
            from found in submission.Of(component)
            from metadata in new[] { found.Root["metadata"], found.Root.At("spec.template.metadata") }
            from map in new[] { metadata["labels"], metadata["annotations"] }
            let mark = map["traefik.enable"]
            where string.Equals(mark.Text, "true", StringComparison.OrdinalIgnoreCase)
            select new Finding($"{found} carries traefik.enable: true", mark.Location);
        return Verdict.Of(routes.Concat(marks));
    }

    /// <summary>Every backend of an Ingress.</summary>
    internal static IEnumerable<Node> Backends(KubernetesObject ingress)
    {
        var spec = ingress.Root["spec"];
        return new[] { spec["backend"], spec["defaultBackend"] }
            .Concat(spec["rules"].Items.SelectMany(rule => rule.At("http.paths").Items).Select(path => path["backend"]))
            .Where(backend => backend.IsSet);
    }

    /// <summary>The Service that a backend names: <c>service.name</c>, and <c>serviceName</c> in versions before networking.k8s.io/v1.</summary>
    internal static string BackendName(Node backend) => backend.At("service.name").Text ?? backend["serviceName"].Text ?? "";

    private static Node BackendPort(Node backend)
    {
        var port = backend.At("service.port");
        return port["number"].IsSet ? port["number"]
            : port["name"].IsSet ? port["name"]
            : backend["servicePort"];
    }
}
