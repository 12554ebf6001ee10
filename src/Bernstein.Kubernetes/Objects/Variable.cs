namespace Bernstein.Kubernetes.Objects;

/// <summary>An environment variable of a container, with its value as far as the manifests tell it.</summary>
/// <param name="Entry">The entry of <c>env</c> or <c>envFrom</c> that gives it.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Value">Its value; null where the object or the key that it names is not among the files.</param>
/// <param name="Origin">The source in words: <c>key POSTGRES_DB of ConfigMap postgres</c>.</param>
public sealed record Variable(Node Entry, VariableSource Source, string? Value, string Origin)
{
    // What a variable may be taken from: the kind, and the fields of env and of envFrom that name an object of it.
    internal static readonly (VariableSource Source, string Kind, string KeyField, string WholeField)[] Holders =
    [
        (VariableSource.ConfigMap, "ConfigMap", "configMapKeyRef", "configMapRef"),
        (VariableSource.Secret, "Secret", "secretKeyRef", "secretRef"),
    ];

    /// <summary>Where it is given.</summary>
    public Location Location => Entry.Location;

    /// <summary>The object that it is taken from, or of which it is said; null for a literal and a field.</summary>
    public (string Kind, string Name, string Key)? Holder { get; private init; }

    // Whether the container starts without it.
    private bool IsOptional { get; init; }

    /// <summary>
    /// The variable that a workload's first container has under a name, as Kubernetes resolves it: <c>env</c> before <c>envFrom</c>, the
    /// last before the first. Where nothing among the files sets it, the one that an object or a key that is not among them may set.
    /// </summary>
    /// <param name="manifests">The files.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="likely">Where several that are not among the files may set it, the source that is taken.</param>
    public static Variable? Find(ManifestFolder manifests, Workload workload, string name, VariableSource likely = VariableSource.ConfigMap)
    {
        var (scope, container) = (workload.Manifest.Namespace, workload.Container);
        var entries = container["env"].Items.Reverse().Where(entry => entry["name"].Text == name);
        var fromEntries = entries.Select(entry => OfEntry(manifests, scope, entry)).ToArray();
        var fromWhole = container["envFrom"]
            .Items.Reverse()
            .Select(entry => OfWhole(manifests, scope, entry, name))
            .OfType<Variable>()
            .ToArray();
        // Kubernetes leaves out an entry whose key is optional and not there.
        return fromEntries.FirstOrDefault(found => found is not { Value: null, IsOptional: true })
            ?? fromWhole.FirstOrDefault(found => found.Value is not null)
            ?? fromEntries.Concat(fromWhole).OrderByDescending(found => found.Source == likely).FirstOrDefault();
    }

    /// <summary>
    /// Every ConfigMap and Secret that a container takes variables from, with the variable and the key; both null where it takes all.
    /// </summary>
    public static IEnumerable<(string Kind, string Namespace, string Name, string? Key, string? Variable)> Uses(
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
    public static IEnumerable<string> Values(ManifestFolder manifests, string scope, Node container)
    {
        var whole =
            from source in container["envFrom"].Items
            from holder in Holders
            let found = manifests.Find(holder.Kind, scope, source[holder.WholeField]["name"].Text ?? "")
            where found is not null
            from key in found.Keys()
            select manifests.Value(holder.Kind, scope, found.Name, key);
        return container["env"].Items.Select(entry => OfEntry(manifests, scope, entry).Value).Concat(whole).OfType<string>();
    }

    private static Variable OfEntry(ManifestFolder manifests, string scope, Node entry) =>
        (
            from holder in Holders
            let reference = entry["valueFrom"][holder.KeyField]
            where reference.IsSet
            let of = (holder.Kind, Name: reference["name"].Text ?? "", Key: reference["key"].Text ?? "")
            let value = manifests.Value(of.Kind, scope, of.Name, of.Key)
            select new Variable(entry, holder.Source, value, $"key {of.Key} of {of.Kind} {of.Name}")
            {
                Holder = of,
                IsOptional = reference["optional"].Boolean == true,
            }
        ).FirstOrDefault()
        ?? (
            entry["valueFrom"].IsSet
                ? new Variable(entry, VariableSource.Field, null, "a field of the pod")
                : new Variable(entry, VariableSource.Literal, entry["value"].Text, "a literal")
        );

    // From an object that gives all its keys: where it is among the files and lacks the key, another one may give it.
    private static Variable? OfWhole(ManifestFolder manifests, string scope, Node entry, string name) =>
        (
            from holder in Holders
            let prefix = entry["prefix"].Text ?? ""
            let whole = entry[holder.WholeField]["name"].Text
            where whole is not null && name.StartsWith(prefix, StringComparison.Ordinal)
            let key = name[prefix.Length..]
            let value = manifests.Value(holder.Kind, scope, whole, key)
            where value is not null || manifests.Find(holder.Kind, scope, whole) is null
            select new Variable(entry, holder.Source, value, $"{(value is null ? "" : $"key {key} of ")}{holder.Kind} {whole}")
            {
                Holder = (holder.Kind, whole, key),
            }
        ).FirstOrDefault();
}
