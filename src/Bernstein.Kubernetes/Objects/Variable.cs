namespace Bernstein.Kubernetes.Objects;

/// <summary>An environment variable of a container, with its value as far as the manifests tell it.</summary>
/// <param name="Location">Where the container takes it.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Value">Its value; null where the object or the key that it names is not among the files.</param>
/// <param name="Origin">The source in words: <c>key POSTGRES_DB of ConfigMap postgres</c>.</param>
internal sealed record Variable(Location Location, VariableSource Source, string? Value, string Origin)
{
    /// <summary>
    /// The objects that a variable may be taken from: the kind, and the fields of <c>env</c> and of <c>envFrom</c> that name one.
    /// </summary>
    private static readonly (VariableSource Source, string Kind, string KeyField, string WholeField)[] Holders =
    [
        (VariableSource.ConfigMap, "ConfigMap", "configMapKeyRef", "configMapRef"),
        (VariableSource.Secret, "Secret", "secretKeyRef", "secretRef"),
    ];

    /// <summary>The object that it is taken from, or of which it is said; null for a literal and a field.</summary>
    internal (string Kind, string Name, string Key)? Holder { get; private init; }

    /// <summary>The entry of <c>env</c> or <c>envFrom</c> that gives it.</summary>
    internal required Node Entry { get; init; }

    /// <summary>Whether the container starts without it.</summary>
    private bool IsOptional { get; init; }

    /// <summary>
    /// The variable that a workload's first container has under a name, as Kubernetes resolves it: <c>env</c> before <c>envFrom</c>, the
    /// last before the first. Where nothing among the files sets it, the one that an object or a key that is not among them may set.
    /// </summary>
    /// <param name="manifests">The files.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="likely">Where several that are not among the files may set it, the source that is taken.</param>
    internal static Variable? Find(
        ManifestFolder manifests,
        Workload workload,
        string name,
        VariableSource likely = VariableSource.ConfigMap
    )
    {
        var scope = workload.Manifest.Namespace;
        var entries = workload
            .Container["env"]
            .Items.Reverse()
            .Where(entry => entry["name"].Text == name)
            .Select(entry => OfEntry(manifests, scope, entry))
            .ToArray();
        var sources = workload
            .Container["envFrom"]
            .Items.Reverse()
            .Select(source => OfSource(manifests, scope, source, name))
            .OfType<Variable>()
            .ToArray();
        // Kubernetes leaves out an entry whose key is optional and not there.
        return entries.FirstOrDefault(found => found is not { Value: null, IsOptional: true })
            ?? sources.FirstOrDefault(found => found.Value is not null)
            ?? entries.Concat(sources).OrderByDescending(found => found.Source == likely).FirstOrDefault();
    }

    /// <summary>
    /// Every ConfigMap and Secret that a container takes variables from, with the variable and the key; both null where it takes all.
    /// </summary>
    internal static IEnumerable<(string Kind, string Namespace, string Name, string? Key, string? Variable)> Uses(
        IEnumerable<Workload> workloads
    ) =>
        from workload in workloads
        from container in workload.Containers
        from holder in Holders
        from use in container["env"]
            .Items.Select(entry => (Source: entry["valueFrom"][holder.KeyField], Variable: entry["name"].Text))
            .Concat(container["envFrom"].Items.Select(source => (Source: source[holder.WholeField], Variable: (string?)null)))
        where use.Source["name"].Text is { Length: > 0 }
        select (holder.Kind, workload.Manifest.Namespace, use.Source["name"].Text!, use.Source["key"].Text, use.Variable);

    /// <summary>The values that a container's variables have, as far as the manifests tell them.</summary>
    internal static IEnumerable<string> Values(ManifestFolder manifests, string scope, Node container) =>
        container["env"]
            .Items.Select(entry => OfEntry(manifests, scope, entry).Value)
            .Concat(
                from source in container["envFrom"].Items
                from holder in Holders
                let found = manifests.Find(holder.Kind, scope, source[holder.WholeField]["name"].Text ?? "")
                where found is not null
                from key in found.Keys()
                select manifests.Value(holder.Kind, scope, found.Name, key)
            )
            .OfType<string>();

    private static Variable OfEntry(ManifestFolder manifests, string scope, Node entry)
    {
        if (!entry["valueFrom"].IsSet)
        {
            return new Variable(entry.Location, VariableSource.Literal, entry["value"].Text, "a literal") { Entry = entry };
        }

        foreach (var (source, kind, field, _) in Holders)
        {
            var reference = entry["valueFrom"][field];
            if (reference.IsSet)
            {
                var (name, key) = (reference["name"].Text ?? "", reference["key"].Text ?? "");
                return new Variable(entry.Location, source, manifests.Value(kind, scope, name, key), $"key {key} of {kind} {name}")
                {
                    Entry = entry,
                    Holder = (kind, name, key),
                    IsOptional = reference["optional"].Boolean == true,
                };
            }
        }

        return new Variable(entry.Location, VariableSource.Field, null, "a field of the pod") { Entry = entry };
    }

    private static Variable? OfSource(ManifestFolder manifests, string scope, Node origin, string name)
    {
        var prefix = origin["prefix"].Text ?? "";
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var key = name[prefix.Length..];
        foreach (var (source, kind, _, field) in Holders)
        {
            if (origin[field]["name"].Text is not { } holder)
            {
                continue;
            }

            if (manifests.Find(kind, scope, holder) is null)
            {
                return new Variable(origin.Location, source, null, $"{kind} {holder}") { Entry = origin, Holder = (kind, holder, key) };
            }

            if (manifests.Value(kind, scope, holder, key) is { } value)
            {
                return new Variable(origin.Location, source, value, $"key {key} of {kind} {holder}")
                {
                    Entry = origin,
                    Holder = (kind, holder, key),
                };
            }
        }

        return null;
    }
}
