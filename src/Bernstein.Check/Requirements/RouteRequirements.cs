using Bernstein.Check.Application;
using Bernstein.Check.Mends;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Yaml;

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
        var ingresses = submission.Manifests.In(component.IngressFile).Where(found => found.Kind == "Ingress").ToArray();
        if (ingresses.Length == 0 && submission.Unread(component.IngressFile) is { } unread)
        {
            return Verdict.Of([unread]);
        }

        if (submission.Manifests.File(component.IngressFile) is null)
        {
            return Verdict.Fail($"there is no file {component.IngressFile}", mend: FileMends.Of(submission, component.IngressFile));
        }

        if (ingresses.Length == 0)
        {
            return Verdict.Fail(
                $"{component.IngressFile} holds no Ingress",
                new Location(component.IngressFile, 1),
                Example.Add(submission, component.IngressFile)
            );
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
                        ?
                        [
                            new Finding($"the rule for {component.Host} has no path", rule.Location)
                            {
                                Mend = RouteMends.Path(submission, component, ingress, rule),
                            },
                        ]
                        : reasons.OfType<Finding>()
                );
            }

            if (!rules.Any(rule => rule["host"].Text == component.Host))
            {
                var hosts = string.Join(", ", rules.Select(rule => rule["host"].Shown));
                findings.Add(
                    new Finding(
                        $"no rule for the host {component.Host}; the rules are for: {(hosts.Length == 0 ? "none" : hosts)}",
                        ingress.Root.At("spec.rules").Location
                    )
                    {
                        Mend = RouteMends.Rule(submission, component, ingress),
                    }
                );
            }
        }

        return Verdict.Of(findings);
    }

    private static Finding? WhyNot(Submission submission, Component component, KubernetesObject ingress, Node path)
    {
        Mend? Set(string below, string value) =>
            ingress.Root.PathTo(path) is { } place
                ? Mend.Of($"Write {below}: {value}", Edit.Set(ingress.Root, $"{place}.{below}", value))
                : null;

        if (path["path"].Text is { Length: > 0 } text && text != "/")
        {
            return new Finding($"the path is {text}; asked for is /", path["path"].Location) { Mend = Set("path", "/") };
        }

        if (path["pathType"].Text == "Exact")
        {
            return new Finding("pathType is Exact, which serves only the address /; asked for is Prefix", path["pathType"].Location)
            {
                Mend = Set("pathType", "Prefix"),
            };
        }

        var backend = new IngressBackend(path["backend"]);
        var name = backend.Service;
        var services = submission.ServicesOf(component).Where(service => service.Name == name).ToArray();
        if (services.Length == 0 && submission.ServicesOf(component).Count == 0 && submission.Unread(component.ServiceFile) is { } unread)
        {
            return unread;
        }

        if (services.Length == 0)
        {
            return new Finding(
                $"the backend is the Service {(name.Length == 0 ? "(not set)" : name)}, which is not in {component.ServiceFile}",
                backend.Node.Location
            )
            {
                Mend = RouteMends.Backend(submission, component, ingress, backend.Node),
            };
        }

        if (services.FirstOrDefault(service => service.Namespace == ingress.Namespace) is not { } target)
        {
            return new Finding(
                $"the Ingress is in the namespace {ingress.Namespace} and its Service {name} in {services[0].Namespace}; an Ingress leads to its own namespace only",
                ingress.Root.At("metadata.namespace").Location
            )
            {
                Mend = Right.Set(
                    ingress.Namespace == component.Namespace ? services[0] : ingress,
                    "metadata.namespace",
                    component.Namespace
                ),
            };
        }

        return target
            .Root.At("spec.ports")
            .Items.Any(item =>
                item["port"].Number is { } number && number == backend.Port.Number
                || item["name"].Text is { } named && named == backend.Port.Text
            )
            ? null
            : new Finding($"the backend's port {backend.Port.Shown} is not a port of the Service {name}", backend.Port.Location)
            {
                Mend = RouteMends.Backend(submission, component, ingress, backend.Node),
            };
    }

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
                Mend = RouteMends.Away(submission, ingress, backend.Node),
            };
        var marks =
            from found in submission.ObjectsOf(component)
            from metadata in new[] { found.Root["metadata"], found.Root.At("spec.template.metadata") }
            from map in new[] { metadata["labels"], metadata["annotations"] }
            let mark = map["traefik.enable"]
            where string.Equals(mark.Text, "true", StringComparison.OrdinalIgnoreCase)
            select new Finding($"{found} carries traefik.enable: true", mark.Location)
            {
                Mend = found.Root.PathTo(mark) is { } place ? Mend.Of("Remove traefik.enable.", Edit.Remove(found.Root, place)) : null,
            };
        return Verdict.Of(routes.Concat(marks));
    }
}
