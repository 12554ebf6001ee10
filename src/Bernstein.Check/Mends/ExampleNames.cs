namespace Bernstein.Check.Mends;

/// <summary>The names, labels and ports of the files that are there, in the place of the example's.</summary>
internal static class ExampleNames
{
    internal static IEnumerable<Edit?> Adapt(Submission submission, string name, IReadOnlyList<KubernetesObject> objects)
    {
        var component = Component.All.Single(component => name.StartsWith(component.Name + ".", StringComparison.Ordinal));
        return objects.SelectMany(found =>
            found.Kind switch
            {
                "Deployment" or "DaemonSet" => Workload(submission, component, found.Root),
                "Service" => Service(submission, component, found.Root),
                "Ingress" => Ingress(submission, component, found.Root),
                "ConfigMap" or "Secret" => Holder(submission, found),
                "PersistentVolumeClaim" => Claim(submission, found.Root),
                "ServiceAccount" => [Edit.SetText(found.Root, "metadata.name", Account(submission))],
                "ClusterRoleBinding" => Binding(submission, found.Root),
                _ => [],
            }
        );
    }

    internal static IEnumerable<Edit?> Workload(Submission submission, Component component, Node root)
    {
        var service = ExpectedValues.Service(submission, component)?.Root["spec"] ?? new Missing(root.Location);
        var (workload, labels) = (new Workload(new KubernetesObject(root)), ExpectedValues.Lines(service["selector"]));
        return
        [
            .. Selected(root, workload).Where(node => labels.Length > 0 && node.IsSet).Select(node => Edit.Set(node, "", labels)),
            .. from port in workload.Container["ports"].Items
            from served in service["ports"].Items.Where(item => item["port"].Number == port["containerPort"].Number).Take(1)
            where served["targetPort"] is { Number: null, Text.Length: > 0 }
            select Edit.SetText(port, "name", served["targetPort"].Text!),
            .. from container in workload.Containers
            from entry in container["env"].Items
            let holder = ExpectedValues.Home(submission, entry["name"].Text ?? "")
            where holder is not null
            select Edit.Set(entry, "valueFrom", ExpectedValues.Reference(holder.Kind, holder.Name, entry["name"].Text!)),
            component == Component.Postgres
                ? Named(submission, "PersistentVolumeClaim", workload.Pod, "volumes[0].persistentVolumeClaim.claimName")
            : component == Component.Traefik ? Named(submission, "ServiceAccount", workload.Pod, "serviceAccountName")
            : null,
        ];
    }

    // Where the labels stand by which a Service finds the pods.
    private static IEnumerable<Node> Selected(Node root, Workload workload) =>
        [
            root.At("spec.selector.matchLabels"),
            workload.Labels,
            workload.Pod.At($"affinity.podAntiAffinity.{SpreadMends.Required}[0].labelSelector.matchLabels"),
        ];

    private static Edit? Named(Submission submission, string kind, Node node, string path) =>
        submission.Manifests.OfKind(kind).FirstOrDefault() is { } found ? Edit.SetText(node, path, found.Name) : null;

    private static IEnumerable<Edit?> Service(Submission submission, Component component, Node root)
    {
        var labels = submission.WorkloadOf(component) is { } workload
            ? ExpectedValues.Lines(ExpectedValues.Labels(submission, workload))
            : "";
        return
        [
            labels.Length > 0 ? Edit.Set(root, "spec.selector", labels) : null,
            .. root.At("spec.ports").Items.Where(_ => labels.Length > 0).Select(port => Edit.Set(port, "targetPort", port["port"].Text!)),
            Caller(submission, component) is { } name ? Edit.SetText(root, "metadata.name", name) : null,
        ];
    }

    /// <summary>The name by which others call a component's Service; null where none does, or it can be none.</summary>
    internal static string? Caller(Submission submission, Component component)
    {
        var name =
            component == Component.Redis || component == Component.Postgres
                ? submission
                    .Workloads.Select(workload =>
                        Variable.Find(submission.Manifests, workload, $"{component.Name.ToUpperInvariant()}_HOST")?.Value
                    )
                    .FirstOrDefault(value => value is { Length: > 0 })
                    ?.Split('.')[0]
                : submission.Own(component.IngressFile, "Ingress").SelectMany(IngressBackend.Of).FirstOrDefault()?.Service;
        return name is not null && ApiRules.IsName("Service", name) ? name : null;
    }

    private static IEnumerable<Edit> Ingress(Submission submission, Component component, Node root)
    {
        const string Backend = "spec.rules[0].http.paths[0].backend.service";
        return ExpectedValues.Service(submission, component) is { } service
            ?
            [
                Edit.SetText(root, Backend + ".name", ExpectedValues.NameOf(service, component)),
                Edit.Set(root, Backend + ".port.number", $"{component.Ports[0]}"),
            ]
            : [];
    }

    // The name and the keys by which the containers ask for a ConfigMap or a Secret that is not there.
    private static IEnumerable<Edit?> Holder(Submission submission, KubernetesObject example)
    {
        var variables = example.Root["data"].Entries.Select(entry => entry.Key).ToArray();
        var asked = Variable
            .Uses(submission.Workloads)
            .Where(use =>
                use.Kind == example.Kind
                && submission.Manifests.Find(use.Kind, use.Namespace, use.Name) is null
                && (
                    use.Key is null
                        ? use.Name.Contains(example.Name, StringComparison.Ordinal)
                        : variables.Contains(use.Key) || variables.Contains(use.Variable)
                )
            );
        var name = asked.GroupBy(use => use.Name).MaxBy(group => group.Count())?.Key ?? example.Name;
        return
        [
            Edit.SetText(example.Root, "metadata.name", name),
            example.Kind == "Secret" ? Edit.Rename(example.Root, "data", "stringData") : null,
            Edit.Set(example.Root, "data", MissingMends.Lines(submission, example.Kind, name, variables)),
        ];
    }

    private static IEnumerable<Edit> Claim(Submission submission, Node root) =>
        (submission.WorkloadOf(Component.Postgres)?.Pod["volumes"].Items ?? [])
            .Select(volume => volume.At("persistentVolumeClaim.claimName").Text)
            .OfType<string>()
            .Take(1)
            .Select(claim => Edit.SetText(root, "metadata.name", claim));

    private static IEnumerable<Edit> Binding(Submission submission, Node root)
    {
        var role = submission.Manifests.OfKind("ClusterRole").FirstOrDefault()?.Name;
        yield return Edit.SetText(root, "subjects[0].name", Account(submission));
        yield return Edit.SetText(root, "roleRef.name", role is { Length: > 0 } ? role : "traefik");
    }

    /// <summary>The name of Traefik's account: the one that it names, else the one that a binding is written for already.</summary>
    internal static string Account(Submission submission) =>
        submission.WorkloadOf(Component.Traefik)?.Account.Text is { Length: > 0 } named
            ? named
            : submission
                .Manifests.In("traefik.rbac.yaml")
                .Where(found => found.Kind == "ClusterRoleBinding")
                .SelectMany(binding => binding.Root["subjects"].Items)
                .Where(subject => (subject["kind"].Text, subject["namespace"].Text) == ("ServiceAccount", Component.Traefik.Namespace))
                .Select(subject => subject["name"].Text)
                .FirstOrDefault(name => name is { Length: > 0 })
                ?? "traefik";
}
