namespace Bernstein.Documents.Architecture;

/// <summary>What the chart of the application shows, read from its manifests.</summary>
/// <param name="Manifests">The flat files.</param>
internal sealed record Application(ManifestFolder Manifests)
{
    private const string NameLabel = "app.kubernetes.io/name";

    /// <summary>The workloads, in the order of the files.</summary>
    internal IReadOnlyList<Part> Parts { get; } = [.. WorkloadsOf(Manifests).Select(workload => PartOf(Manifests, workload))];

    /// <summary>The ports of the Services.</summary>
    internal IReadOnlyList<Door> Doors { get; } =
    [
        .. from service in Manifests.OfKind("Service")
        let part = service.Root.At("spec.selector")[NameLabel].Text
        from port in service.Root.At("spec.ports").Items
        select new Door(service.Name, part, port["port"].Number ?? 0, port["nodePort"].Number),
    ];

    /// <summary>The host names, each with the Service that it leads to.</summary>
    internal IReadOnlyDictionary<string, string> Hosts { get; } =
        (
            from ingress in Manifests.OfKind("Ingress")
            from rule in ingress.Root.At("spec.rules").Items
            select (Host: rule["host"].Text!, Service: rule.At("http.paths[0].backend.service.name").Text!)
        ).ToDictionary(route => route.Service, route => route.Host);

    /// <summary>The claims that are mounted.</summary>
    internal IReadOnlyList<Claim> Claims { get; } =
    [
        .. from workload in WorkloadsOf(Manifests)
        from volume in workload.Pod["volumes"].Items
        let claim = Manifests
            .OfKind("PersistentVolumeClaim")
            .FirstOrDefault(claim => claim.Name == volume.At("persistentVolumeClaim.claimName").Text)
        where claim is not null
        select new Claim(claim.Name, NameOf(workload), claim.Root.At("spec.resources.requests.storage").Text!),
    ];

    /// <summary>Where the variables of the first containers come from.</summary>
    internal IReadOnlyList<Source> Sources { get; } =
    [
        .. from taken in (
            from workload in WorkloadsOf(Manifests)
            from variable in workload.Container["env"].Items
            from reference in References(variable)
            select (reference.Kind, reference.Name, reference.Key, Part: NameOf(workload))
        )
        group taken by (taken.Kind, taken.Name) into source
        orderby source.Key.Name descending, source.Key.Kind
        select new Source(
            source.Key.Kind,
            source.Key.Name,
            [.. source.Select(taken => taken.Key).Distinct()],
            [.. source.Select(taken => taken.Part).Distinct()]
        ),
    ];

    // Not the pod of helm test, which comes and goes.
    private static IEnumerable<Workload> WorkloadsOf(ManifestFolder manifests) =>
        manifests.Objects.Select(Workload.Of).OfType<Workload>().Where(workload => workload.Manifest.Kind != "Pod");

    private static Part PartOf(ManifestFolder manifests, Workload workload)
    {
        var (root, container) = (workload.Manifest.Root, workload.Container);
        return new Part(
            NameOf(workload),
            workload.Manifest.Kind,
            workload.Manifest.Namespace,
            container["image"].Text!,
            root.At("spec.replicas").Number,
            [
                .. container["env"]
                    .Items.Where(variable => variable["name"].Text!.EndsWith("HOST", StringComparison.Ordinal))
                    .SelectMany(References)
                    .Select(reference => manifests.OfKind(reference.Kind).Single(found => found.Name == reference.Name))
                    .SelectMany(found => found.Root["data"].Entries)
                    .Where(entry => entry.Key.EndsWith("HOST", StringComparison.Ordinal))
                    .Select(entry => entry.Value.Text!.Split('.')[0])
                    .Where(name => name != NameOf(workload)),
            ]
        );
    }

    // A Job's name ends with a checksum of its content.
    private static string NameOf(Workload workload) => workload.Labels[NameLabel].Text ?? workload.Manifest.Name;

    private static IEnumerable<(string Kind, string Name, string Key)> References(Node variable)
    {
        var (configMap, secret) = (variable.At("valueFrom.configMapKeyRef"), variable.At("valueFrom.secretKeyRef"));
        if (configMap["name"].Text is { } map)
        {
            yield return ("ConfigMap", map, configMap["key"].Text!);
        }

        if (secret["name"].Text is { } holder)
        {
            yield return ("Secret", holder, secret["key"].Text!);
        }
    }
}
