namespace Bernstein.Check.Mends;

/// <summary>What Traefik leads to.</summary>
internal static class RouteMends
{
    /// <summary>What makes a backend lead to port 80 of a component's Service, in the words of its API version.</summary>
    internal static Mend? Backend(Submission submission, Component component, KubernetesObject ingress, Node backend)
    {
        if (ExpectedValues.Service(submission, component) is not { } service)
        {
            return Example.Add(submission, component.ServiceFile);
        }

        if (ingress.Root.PathTo(backend) is not { } path)
        {
            return null;
        }

        var port = component.Ports[0];
        var edits = Named(component, ingress, backend, service, path).ToList();
        if (
            !service.Root.At("spec.ports").Items.Any(item => item["port"].Number == port)
            && submission.WorkloadOf(component) is { } workload
        )
        {
            edits.AddRange(PortMends.Of(submission, component, workload, port).Edits);
        }

        return Mend.Of($"Lead to the Service {service.Name}, port {port}.", edits);
    }

    private static IEnumerable<Edit> Named(
        Component component,
        KubernetesObject ingress,
        Node backend,
        KubernetesObject service,
        string path
    )
    {
        var (named, port, name) = (new IngressBackend(backend), component.Ports[0], ExpectedValues.NameOf(service, component));
        var isOld =
            backend["serviceName"].IsSet || backend["servicePort"].IsSet || ingress.ApiVersion.EndsWith("beta1", StringComparison.Ordinal);
        if (named.Service != name)
        {
            yield return Edit.Set(ingress.Root, $"{path}.{(isOld ? "serviceName" : "service.name")}", YamlWriter.Text(name));
        }

        var isRight = service
            .Root.At("spec.ports")
            .Items.Any(item =>
                item["port"].Number == port && (named.Port.Number == port || (named.Port.Text is { } word && item["name"].Text == word))
            );
        if (!isRight)
        {
            yield return isOld
                ? Edit.Set(ingress.Root, $"{path}.servicePort", $"{port}")
                : Edit.Set(ingress.Root, $"{path}.service.port", $"number: {port}");
        }
    }

    /// <summary>What adds the rule for a component's host, or gives the one rule of an Ingress this host.</summary>
    internal static Mend? Rule(Submission submission, Component component, KubernetesObject ingress)
    {
        var rules = ingress.Root.At("spec.rules").Items;
        if (rules is [var only] && !Component.All.Any(other => other.Host is { } host && host == only["host"].Text))
        {
            return Mend.Of($"Write the host {component.Host}.", Edit.Set(ingress.Root, "spec.rules[0].host", component.Host!));
        }

        return Mend.Of(
            $"Add a rule for the host {component.Host}.",
            Edit.Set(ingress.Root, "spec.rules[+]", $"host: {component.Host}\nhttp:\n  {Ways(submission, component, ingress, "  ")}")
        );
    }

    /// <summary>What gives a rule its path: the one that stands beside it, or in a rule of its own, else a new one.</summary>
    internal static Mend? Path(Submission submission, Component component, KubernetesObject ingress, Node rule)
    {
        if (ingress.Root.PathTo(rule) is not { } path)
        {
            return null;
        }

        var rules = ingress.Root.At("spec.rules").Items;
        var after = rules.Index().FirstOrDefault(next => next.Index > 0 && ReferenceEquals(rules[next.Index - 1], rule));
        return rule["paths"].IsSet
                ? Mend.Of(
                    "Indent paths further: below http.",
                    Edit.Set(ingress.Root, $"{path}.http.paths", YamlWriter.Block(rule["paths"])),
                    Edit.Remove(ingress.Root, $"{path}.paths")
                )
            : after.Item is { } next && !next["host"].IsSet && next["http"].IsSet
                ? Mend.Of(
                    "Write host and http as one rule: without a dash before http.",
                    Edit.Set(ingress.Root, $"{path}.http", YamlWriter.Block(next["http"])),
                    Edit.Remove(ingress.Root, $"spec.rules[{after.Index}]")
                )
            : Mend.Of(
                $"Write the path / with the Service of {component.Name}.",
                Edit.Set(ingress.Root, $"{path}.http", Ways(submission, component, ingress, ""))
            );
    }

    private static string Ways(Submission submission, Component component, KubernetesObject ingress, string indentation)
    {
        var name = ExpectedValues.Host(submission, component, component.Namespace);
        var backend = ingress.ApiVersion.EndsWith("beta1", StringComparison.Ordinal)
            ? $"serviceName: {name}\n    servicePort: {component.Ports[0]}"
            : $"service:\n      name: {name}\n      port:\n        number: {component.Ports[0]}";
        return $"paths:\n- path: /\n  pathType: Prefix\n  backend:\n    {backend}".Replace(
            "\n",
            $"\n{indentation}",
            StringComparison.Ordinal
        );
    }

    /// <summary>What takes away a way that leads to a component that must not be reachable.</summary>
    internal static Mend? Away(Submission submission, KubernetesObject ingress, Node backend)
    {
        var rules = ingress.Root.At("spec.rules").Items;
        foreach (var (at, rule) in rules.Index())
        {
            if (!rule.At("http.paths").Items.Any(path => ReferenceEquals(path["backend"], backend)))
            {
                continue;
            }

            if (Component.All.FirstOrDefault(other => other.Host is { } host && host == rule["host"].Text) is { } meant)
            {
                return Backend(submission, meant, ingress, backend);
            }

            var isOnly = rule.At("http.paths").Items.Count == 1;
            var path =
                !isOnly ? ingress.Root.PathTo(rule.At("http.paths").Items.First(path => ReferenceEquals(path["backend"], backend)))!
                : rules.Count == 1 && !ingress.Root.At("spec.defaultBackend").IsSet ? ""
                : $"spec.rules[{at}]";
            return Mend.Of(
                path.Length == 0 ? $"Remove {ingress}: nothing else is in it." : "Remove this way.",
                Edit.Remove(ingress.Root, path)
            );
        }

        return ingress.Root.PathTo(backend) is { } place
            ? Mend.Of("Remove this way.", Edit.Remove(ingress.Root, rules.Count > 0 ? place : ""))
            : null;
    }

    /// <summary>Whether a backend is written as before networking.k8s.io/v1.</summary>
    internal static bool IsOld(KubernetesObject ingress) =>
        IngressBackend.Of(ingress).Any(backend => backend.Node["serviceName"].IsSet || backend.Node["servicePort"].IsSet);

    /// <summary>What writes an Ingress as networking.k8s.io/v1 wants it.</summary>
    internal static Mend ToFirstVersion(KubernetesObject ingress)
    {
        var root = ingress.Root;
        var edits = new List<Edit> { Edit.Set(root, "apiVersion", "networking.k8s.io/v1") };
        if (root.At("spec.backend") is { IsSet: true } whole)
        {
            edits.Add(Edit.Remove(root, "spec.backend"));
            edits.Add(Edit.Set(root, "spec.defaultBackend", New(whole)));
        }

        foreach (var (at, rule) in root.At("spec.rules").Items.Index())
        {
            foreach (var (index, path) in rule.At("http.paths").Items.Index())
            {
                var place = $"spec.rules[{at}].http.paths[{index}]";
                if (path["backend"]["serviceName"].IsSet)
                {
                    edits.Add(Edit.Set(root, $"{place}.backend", New(path["backend"])));
                }

                if (!path["pathType"].IsSet)
                {
                    edits.Add(Edit.Set(root, $"{place}.pathType", path["path"].IsSet ? "Prefix" : "ImplementationSpecific"));
                }
            }
        }

        return Mend.Of(
            "Write the Ingress as networking.k8s.io/v1 wants it: pathType, and service.name and service.port for serviceName and servicePort.",
            edits
        );
    }

    private static string New(Node backend)
    {
        var port = backend["servicePort"];
        var name = YamlWriter.Text(backend["serviceName"].Text ?? "");
        return $"service:\n  name: {name}\n  port:\n    {(port.Number is null ? "name" : "number")}: {YamlWriter.Flow(port)}";
    }
}
