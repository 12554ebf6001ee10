namespace Bernstein.Check.Mends;

/// <summary>The names, labels and ports of the files that are there, in the place of the example's.</summary>
internal static class ExampleNames
{
    internal static IEnumerable<Edit> Adapt(Submission submission, string name, IReadOnlyList<KubernetesObject> objects)
    {
        var component = Component.All.Single(component => name.StartsWith(component.Name + ".", StringComparison.Ordinal));
        return objects.SelectMany(found =>
            found.Kind switch
            {
                "Deployment" or "DaemonSet" => Workload(submission, component, found.Root),
                "Service" => Service(submission, component, found.Root),
                "Ingress" => Ingress(submission, component, found.Root),
                "ConfigMap" or "Secret" => Holder(submission, found),
                "PersistentVolume" or "PersistentVolumeClaim" => Volume(submission, found),
                _ => Rights(submission, found),
            }
        );
    }

    internal static IEnumerable<Edit> Workload(Submission submission, Component component, Node root)
    {
        var service = ExpectedValues.Service(submission, component)?.Root["spec"];
        if (service?["selector"].Entries.Count > 0)
        {
            var labels = ExpectedValues.Lines(service["selector"]);
            yield return Edit.Set(root, "spec.selector.matchLabels", labels);
            yield return Edit.Set(root, "spec.template.metadata.labels", labels);
            if (root.At($"{ExpectedValues.Pod}.affinity").IsSet)
            {
                const string Rule = ".affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchLabels";
                yield return Edit.Set(root, ExpectedValues.Pod + Rule, labels);
            }
        }

        foreach (var (index, port) in root.At($"{ExpectedValues.Container}.ports").Items.Index())
        {
            var target = service?["ports"].Items.FirstOrDefault(item => item["port"].Number == port["containerPort"].Number)?["targetPort"];
            if (target is { Number: null, Text: { Length: > 0 } named })
            {
                yield return Edit.Set(root, $"{ExpectedValues.Container}.ports[{index}].name", YamlWriter.Text(named));
            }
        }

        foreach (var list in new[] { $"{ExpectedValues.Pod}.initContainers[0].env", $"{ExpectedValues.Container}.env" })
        {
            foreach (var (index, entry) in root.At(list).Items.Index())
            {
                if (entry["name"].Text is { } variable && ExpectedValues.Home(submission, variable) is { } holder)
                {
                    yield return Edit.Set(root, $"{list}[{index}].valueFrom", ExpectedValues.Reference(holder.Kind, holder.Name, variable));
                }
            }
        }

        if (component == Component.Postgres && submission.Manifests.OfKind("PersistentVolumeClaim").FirstOrDefault() is { } claim)
        {
            yield return Edit.Set(root, $"{ExpectedValues.Pod}.volumes[0].persistentVolumeClaim.claimName", YamlWriter.Text(claim.Name));
        }

        if (component == Component.Traefik && submission.Manifests.OfKind("ServiceAccount").FirstOrDefault() is { } account)
        {
            yield return Edit.Set(root, $"{ExpectedValues.Pod}.serviceAccountName", YamlWriter.Text(account.Name));
        }
    }

    private static IEnumerable<Edit> Service(Submission submission, Component component, Node root)
    {
        if (submission.WorkloadOf(component) is { } workload && ExpectedValues.Labels(submission, workload).Entries.Count > 0)
        {
            yield return Edit.Set(root, "spec.selector", ExpectedValues.Lines(ExpectedValues.Labels(submission, workload)));
            foreach (var (index, port) in root.At("spec.ports").Items.Index())
            {
                yield return Edit.Set(root, $"spec.ports[{index}].targetPort", port["port"].Text!);
            }
        }

        if (Caller(submission, component) is { Length: > 0 } name)
        {
            yield return Edit.Set(root, "metadata.name", YamlWriter.Text(name));
        }
    }

    /// <summary>The name by which others call a component's Service; null where none does, or it can be none.</summary>
    internal static string? Caller(Submission submission, Component component)
    {
        var variable =
            component == Component.Redis ? "REDIS_HOST"
            : component == Component.Postgres ? "POSTGRES_HOST"
            : null;
        var name = variable is null
            ? submission.Manifests.In(component.IngressFile).SelectMany(IngressBackend.Of).FirstOrDefault()?.Service
            : submission
                .Workloads.Select(workload => Variable.Find(submission.Manifests, workload, variable)?.Value)
                .FirstOrDefault(value => value is { Length: > 0 })
                ?.Split('.')[0];
        return name is not null && ApiRules.NameOf("Service").Pattern.IsMatch(name) ? name : null;
    }

    private static IEnumerable<Edit> Ingress(Submission submission, Component component, Node root)
    {
        if (ExpectedValues.Service(submission, component) is not { } service)
        {
            yield break;
        }

        const string Backend = "spec.rules[0].http.paths[0].backend.service";
        yield return Edit.Set(root, Backend + ".name", YamlWriter.Text(ExpectedValues.NameOf(service, component)));
        yield return Edit.Set(root, Backend + ".port.number", $"{component.Ports[0]}");
    }

    // The name and the keys by which the containers ask for a ConfigMap or a Secret that is not there.
    private static IEnumerable<Edit> Holder(Submission submission, KubernetesObject example)
    {
        var uses = Variable.Uses(submission.Workloads).ToArray();
        var variables = example.Root["data"].Entries.Select(entry => entry.Key).ToArray();
        var asked = uses.Where(use =>
                use.Kind == example.Kind
                && submission.Manifests.Find(use.Kind, use.Namespace, use.Name) is null
                && (
                    use.Key is null
                        ? use.Name.Contains(example.Name, StringComparison.Ordinal)
                        : variables.Contains(use.Key) || variables.Contains(use.Variable)
                )
            )
            .ToArray();
        var name = asked.GroupBy(use => use.Name).MaxBy(group => group.Count())?.Key ?? example.Name;
        yield return Edit.Set(example.Root, "metadata.name", YamlWriter.Text(name));
        var values = asked
            .Where(use => use.Name == name && use.Key is not null)
            .Select(use => (Key: use.Key!, Variable: use.Variable is { } own && variables.Contains(own) ? own : use.Key!))
            .Concat(variables.Select(variable => (Key: variable, Variable: variable)))
            .DistinctBy(value => value.Key)
            .Where(value => value.Key == value.Variable || !variables.Contains(value.Key))
            .Select(value => $"{YamlWriter.Text(value.Key)}: {YamlWriter.Text(ExpectedValues.Value(submission, value.Variable))}");
        if (example.Kind == "Secret")
        {
            yield return Edit.Rename(example.Root, "data", "stringData");
        }

        yield return Edit.Set(example.Root, "data", string.Join('\n', values));
    }

    private static IEnumerable<Edit> Volume(Submission submission, KubernetesObject example)
    {
        var claim = submission
            .WorkloadOf(Component.Postgres)
            ?.Pod["volumes"]
            .Items.Select(volume => volume.At("persistentVolumeClaim.claimName").Text)
            .FirstOrDefault(name => name is not null);
        return claim is not null && example.Kind == "PersistentVolumeClaim"
            ? [Edit.Set(example.Root, "metadata.name", YamlWriter.Text(claim))]
            : [];
    }

    private static IEnumerable<Edit> Rights(Submission submission, KubernetesObject example) =>
        submission.WorkloadOf(Component.Traefik)?.Account.Text is not { Length: > 0 } name ? []
        : example.Kind == "ServiceAccount" ? [Edit.Set(example.Root, "metadata.name", YamlWriter.Text(name))]
        : example.Kind == "ClusterRoleBinding" ? [Edit.Set(example.Root, "subjects[0].name", YamlWriter.Text(name))]
        : [];
}
