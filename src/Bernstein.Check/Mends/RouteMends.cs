namespace Bernstein.Check.Mends;

/// <summary>What Traefik leads to.</summary>
internal static class RouteMends
{
    private const string Remove = "Remove this way.";

    /// <summary>What makes a backend lead to port 80 of a component's Service, in the words of its API version.</summary>
    internal static Mend Backend(Submission submission, Component component, KubernetesObject ingress, Node backend)
    {
        if (ExpectedValues.Service(submission, component) is not { } service)
        {
            return Example.Add(submission, component.ServiceFile);
        }

        var (named, port, name) = (new IngressBackend(backend), component.Ports[0], ExpectedValues.NameOf(service, component));
        var served = service.Root.At("spec.ports").Items.Where(item => item["port"].Number == port).ToArray();
        var isOld = backend["serviceName"].IsSet || backend["servicePort"].IsSet || IsBeta(ingress);
        var isRight = named.Port.Number == port || (named.Port.Text is { } word && served.Any(item => item["name"].Text == word));
        return Mend.Of(
            $"Lead to the Service {service.Name}, port {port}.",
            [
                named.Service == name ? null : Edit.SetText(backend, isOld ? "serviceName" : "service.name", name),
                isRight ? null
                : isOld ? Edit.Set(backend, "servicePort", $"{port}")
                : Edit.Set(backend, "service.port", $"number: {port}"),
                .. served.Length == 0 && submission.WorkloadOf(component) is { } workload
                    ? PortMends.Of(submission, component, workload, port).Edits
                    : [],
            ]
        );
    }

    /// <summary>What adds the rule for a component's host, or gives the one rule of an Ingress this host.</summary>
    internal static Mend Rule(Submission submission, Component component, KubernetesObject ingress) =>
        ingress.Root.At("spec.rules").Items is [var only] && Meant(only) is null
            ? Mend.Of($"Write the host {component.Host}.", Edit.Set(only, "host", component.Host!))
            : Mend.Of(
                $"Add a rule for the host {component.Host}.",
                Edit.Set(
                    ingress.Root,
                    "spec.rules[+]",
                    $"host: {component.Host}\nhttp:\n  {YamlWriter.Indented(Ways(submission, component, ingress))}"
                )
            );

    // The component to which the host of a rule should lead.
    private static Component? Meant(Node rule) =>
        Component.All.FirstOrDefault(other => other.Host is { } host && host == rule["host"].Text);

    /// <summary>What gives a rule its path: the one that stands beside it, or in a rule of its own, else a new one.</summary>
    internal static Mend Path(Submission submission, Component component, KubernetesObject ingress, Node rule) =>
        ExpectedValues.Below(ingress, rule["paths"])
        ?? (
            ingress.Root.At("spec.rules").Items.SkipWhile(other => !ReferenceEquals(other, rule)).ElementAtOrDefault(1) is { } next
            && !next["host"].IsSet
            && next["http"].IsSet
                ? Mend.Of(
                    "Write host and http as one rule: without a dash before http.",
                    Edit.Set(rule, "http", YamlWriter.Block(next["http"])),
                    Edit.Remove(next)
                )
                : Mend.Of(
                    $"Write the path / with the Service of {component.Name}.",
                    Edit.Set(rule, "http", Ways(submission, component, ingress))
                )
        );

    private static string Ways(Submission submission, Component component, KubernetesObject ingress)
    {
        var name = ExpectedValues.Host(submission, component, component.Namespace);
        var backend = IsBeta(ingress)
            ? $"serviceName: {name}\n    servicePort: {component.Ports[0]}"
            : $"service:\n      name: {name}\n      port:\n        number: {component.Ports[0]}";
        return $"paths:\n- path: /\n  pathType: Prefix\n  backend:\n    {backend}";
    }

    private static bool IsBeta(KubernetesObject ingress) => ingress.ApiVersion.EndsWith("beta1", StringComparison.Ordinal);

    /// <summary>What takes away a way that leads to a component that must not be reachable.</summary>
    internal static Mend Away(Submission submission, KubernetesObject ingress, Node backend)
    {
        var rules = ingress.Root.At("spec.rules").Items;
        var rule = rules.FirstOrDefault(backend.IsIn);
        var paths = rule?.At("http.paths").Items ?? [];
        return rule is null ? Mend.Of(Remove, Edit.Remove(rules.Count > 0 ? backend : ingress.Root))
            : Meant(rule) is { } meant ? Backend(submission, meant, ingress, backend)
            : paths.Count > 1 ? Mend.Of(Remove, Edit.Remove(paths.First(backend.IsIn)))
            : rules.Count > 1 || ingress.Root.At("spec.defaultBackend").IsSet ? Mend.Of(Remove, Edit.Remove(rule))
            : Mend.Of($"Remove {ingress}: nothing else is in it.", Edit.Remove(ingress.Root));
    }

    /// <summary>Whether a backend is written as before networking.k8s.io/v1.</summary>
    internal static bool IsOld(KubernetesObject ingress) =>
        IsBeta(ingress)
        || IngressBackend.Of(ingress).Any(backend => backend.Node["serviceName"].IsSet || backend.Node["servicePort"].IsSet);

    /// <summary>What writes an Ingress as networking.k8s.io/v1 wants it.</summary>
    internal static Mend ToFirstVersion(KubernetesObject ingress)
    {
        var (root, whole) = (ingress.Root, ingress.Root.At("spec.backend"));
        return Mend.Of(
            "Write the Ingress as networking.k8s.io/v1 wants it: pathType, and service.name and service.port for serviceName and servicePort.",
            [
                Edit.Set(root, "apiVersion", "networking.k8s.io/v1"),
                whole.IsSet ? Edit.Remove(whole) : null,
                whole.IsSet ? Edit.Set(root, "spec.defaultBackend", New(whole)) : null,
                .. from rule in root.At("spec.rules").Items
                from path in rule.At("http.paths").Items
                from edit in new[]
                {
                    path["backend"]["serviceName"].IsSet ? Edit.Set(path, "backend", New(path["backend"])) : null,
                    path["pathType"].IsSet ? null : Edit.Set(path, "pathType", path["path"].IsSet ? "Prefix" : "ImplementationSpecific"),
                }
                select edit,
            ]
        );
    }

    private static string New(Node backend)
    {
        var port = backend["servicePort"];
        var name = YamlWriter.Text(backend["serviceName"].Text ?? "");
        return $"service:\n  name: {name}\n  port:\n    {(port.Number is null ? "name" : "number")}: {YamlWriter.Flow(port)}";
    }
}
