using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of pods and containers, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/core/validation of Kubernetes, ValidatePodSpec and what it calls.</summary>
internal static class PodRules
{
    internal static IEnumerable<Finding> OfPod(Node pod, Place place)
    {
        var containers = pod["initContainers"].Items.Concat(pod["containers"].Items).ToArray();
        return Twice(containers.Select(container => container["name"]), place, "containers", "name")
            .Concat(Twice(pod["volumes"].Items.Select(volume => volume["name"]), place, "volumes", "name"))
            .Concat(HostNetwork(pod, place))
            .Concat(
                from container in pod["initContainers"].Items
                where container["restartPolicy"].Text != "Always"
                from field in new[] { "livenessProbe", "readinessProbe", "startupProbe", "lifecycle" }
                where container[field].IsSet
                select new Finding(
                    $"an init container of {place} has a {field}; remove it: an init container ends by itself",
                    container[field].Location
                )
                {
                    Mend = place.Root?.PathTo(container[field]) is { } path
                        ? Mend.Of($"Remove {field}.", Edit.Remove(place.Root, path))
                        : null,
                }
            )
            .Concat(
                from same in pod["containers"]
                    .Items.SelectMany(container => container["ports"].Items)
                    .Where(port => port["hostPort"].Number > 0)
                    .GroupBy(port => (port["hostPort"].Number, port["protocol"].Text ?? "TCP", port["hostIP"].Text))
                where same.Count() > 1
                select new Finding(
                    $"two ports of {place} have the hostPort {same.Key.Number}; asked for is each once",
                    same.Last().Location
                )
            )
            .Concat(ObjectRules.Labels(pod["nodeSelector"], place))
            .Concat(Twice(pod.At("securityContext.sysctls").Items.Select(setting => setting["name"]), place, "sysctls", "name"))
            .Concat(Spread(pod["topologySpreadConstraints"].Items, place))
            .Concat(Names(pod, place))
            .Concat(Special(pod, containers, place));
    }

    internal static IEnumerable<Finding> OfNames(Node names, Place place) =>
        names["nameservers"].Items.Count > 3
            ? [new Finding($"{place} has {names["nameservers"].Items.Count} nameservers; asked for are 3 at most", names.Location)]
            : [];

    private static IEnumerable<Finding> Special(Node pod, Node[] containers, Place place)
    {
        if (pod["ephemeralContainers"].Items.Count > 0)
        {
            yield return new Finding(
                $"{place} has ephemeralContainers, which kubectl debug adds to a pod that runs; remove them",
                pod["ephemeralContainers"].Location
            )
            {
                Mend = place.Remove("ephemeralContainers"),
            };
        }

        if (
            pod["hostNetwork"].Text != "true"
            && containers.Append(pod).Any(holder => holder.At("securityContext.windowsOptions.hostProcess").Text == "true")
        )
        {
            yield return new Finding($"{place} has hostProcess; asked for is hostNetwork: true beside it", pod.Location);
        }
    }

    internal static IEnumerable<Finding> OfContainer(Node container, Place place) =>
        Twice(container["volumeMounts"].Items.Select(mount => mount["mountPath"]), place, "mounts", "mountPath")
            .Concat(
                from probe in new[] { "livenessProbe", "startupProbe" }
                let threshold = container[probe]["successThreshold"]
                where threshold.Number is not (null or 0 or 1)
                select new Finding($"{place}.{probe}.successThreshold is {threshold.Text}; asked for is 1", threshold.Location)
                {
                    Mend = place.Set($"{probe}.successThreshold", "1"),
                }
            )
            .Concat(
                container["readinessProbe"]["terminationGracePeriodSeconds"].IsSet
                    ?
                    [
                        new Finding(
                            $"{place}.readinessProbe has terminationGracePeriodSeconds, which ends no container; remove it",
                            container["readinessProbe"]["terminationGracePeriodSeconds"].Location
                        )
                        {
                            Mend = place.Remove("readinessProbe.terminationGracePeriodSeconds"),
                        },
                    ]
                    : []
            )
            .Concat(
                from mount in container["volumeMounts"].Items
                where mount["mountPropagation"].Text == "Bidirectional" && container.At("securityContext.privileged").Text != "true"
                select new Finding(
                    $"{place} mounts with mountPropagation Bidirectional and is not privileged; remove mountPropagation",
                    mount.Location
                )
            );

    internal static IEnumerable<Finding> OfSecurity(Node security, Place place)
    {
        if (security["allowPrivilegeEscalation"].Text != "false")
        {
            return [];
        }

        var what =
            security["privileged"].Text == "true" ? "is privileged"
            : security.At("capabilities.add").Items.Any(capability => capability.Text == "CAP_SYS_ADMIN") ? "adds CAP_SYS_ADMIN"
            : null;
        return what is null
            ? []
            : [new Finding($"{place} {what} and has allowPrivilegeEscalation: false; remove one of them", security.Location)];
    }

    internal static IEnumerable<Finding> OfMount(Node mount, Place place) =>
        StorageRules.Relative(mount["subPath"], new Place(place, "subPath")).Concat(Alone.NotBoth(mount, place, "subPath", "subPathExpr"));

    internal static IEnumerable<Finding> OfToleration(Node toleration, Place place)
    {
        var exists = toleration["operator"].Text == "Exists";
        if (exists && toleration["value"].Text is { Length: > 0 })
        {
            yield return new Finding(
                $"{place} has a value and the operator Exists; asked for is no value: remove it",
                toleration["value"].Location
            )
            {
                Mend = place.Remove("value"),
            };
        }

        if (!exists && string.IsNullOrEmpty(toleration["key"].Text))
        {
            yield return new Finding($"{place} has no key; asked for is one, or the operator Exists", toleration.Location)
            {
                Mend = place.Set("operator", "Exists"),
            };
        }

        if (toleration["tolerationSeconds"].IsSet && toleration["effect"].Text != "NoExecute")
        {
            yield return new Finding(
                $"{place} has tolerationSeconds; asked for is the effect NoExecute beside it",
                toleration["tolerationSeconds"].Location
            )
            {
                Mend = place.Remove("tolerationSeconds"),
            };
        }
    }

    internal static IEnumerable<Finding> Twice(IEnumerable<Node> values, Place place, string what, string field) =>
        values
            .Where(value => value.Text is { Length: > 0 })
            .GroupBy(value => value.Text)
            .SelectMany(group => group.Skip(1))
            .Select(value => new Finding($"two {what} of {place} have the {field} {value.Text}; asked for is each once", value.Location));

    private static IEnumerable<Finding> Spread(IReadOnlyList<Node> constraints, Place place) =>
        constraints
            .GroupBy(constraint => (constraint["topologyKey"].Text, constraint["whenUnsatisfiable"].Text))
            .Where(group => group.Count() > 1)
            .Select(group => new Finding(
                $"two topologySpreadConstraints of {place} have the topologyKey {group.Key.Item1} and {group.Key.Item2}; asked for is one",
                group.Last().Location
            ))
            .Concat(
                constraints
                    .Where(constraint => constraint["minDomains"].IsSet && constraint["whenUnsatisfiable"].Text != "DoNotSchedule")
                    .Select(constraint => new Finding(
                        $"a topologySpreadConstraint of {place} has minDomains; asked for is whenUnsatisfiable: DoNotSchedule beside it",
                        constraint.Location
                    ))
            );

    // Who answers for names, and who sees whose processes.
    private static IEnumerable<Finding> Names(Node pod, Place place)
    {
        if (pod["dnsPolicy"].Text == "None" && pod.At("dnsConfig.nameservers").Items.Count == 0)
        {
            yield return new Finding(
                $"{place} has dnsPolicy None and no dnsConfig.nameservers; add one, or remove dnsPolicy",
                pod["dnsPolicy"].Location
            )
            {
                Mend = place.Remove("dnsPolicy"),
            };
        }

        if (pod["hostPID"].Text == "true" && pod["shareProcessNamespace"].Text == "true")
        {
            yield return new Finding($"{place} has hostPID and shareProcessNamespace; remove one of them", pod["hostPID"].Location);
        }
    }

    private static IEnumerable<Finding> HostNetwork(Node pod, Place place) =>
        pod["hostNetwork"].Text != "true"
            ? []
            : from container in pod["containers"].Items
            from port in container["ports"].Items
            where port["hostPort"].IsSet && port["hostPort"].Number != port["containerPort"].Number
            select new Finding($"{place} uses the host's network; asked for is a hostPort equal to the containerPort", port.Location);
}
