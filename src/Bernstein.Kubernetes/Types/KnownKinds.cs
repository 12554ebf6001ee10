using System.Collections.Frozen;

namespace Bernstein.Kubernetes.Types;

/// <summary>The kinds that Kubernetes has by itself, and the versions of it that serve them: those that fields.yaml says, or all.</summary>
public static class KnownKinds
{
    private static readonly HashSet<string> ClusterWide = [.. ApiRules.Data["cluster-wide"].Text!.Split(' ')];

    // By API version and kind, such as «apps/v1 Deployment».
    private static readonly FrozenDictionary<string, (Version From, Version Until)> Spans = (
        from row in ApiRules.Data["served"].Items
        let span = (From: new Version(1, (int)(row["from"].Number ?? 0)), Until: new Version(1, (int)(row["until"].Number ?? int.MaxValue)))
        from kind in row["kinds"].Text!.Split(' ')
        select KeyValuePair.Create($"{row["version"].Text} {kind}", span)
    ).ToFrozenDictionary();

    // Those whose fields are known come first, the newest before the others.
    private static IEnumerable<(string Version, string Kind)> Kinds =>
        ApiTypes
            .All.SelectMany(types => types.Kinds.Keys)
            .Union(Spans.Keys.Where(IsKnown))
            .Select(key => key.Split(' '))
            .Select(parts => (parts[0], parts[1]));

    /// <summary>Whether Kubernetes has a kind, in whatever API version.</summary>
    public static bool IsKind(string kind) => Kinds.Any(known => known.Kind == kind);

    /// <summary>Whether a kind belongs to the whole cluster and so has no namespace.</summary>
    public static bool IsClusterWide(string kind) => ClusterWide.Contains(kind);

    /// <summary>The kind that has nearly this name; null where none has.</summary>
    public static string? Near(string kind) => Spelling.Nearest(kind, Kinds.Select(known => known.Kind));

    /// <summary>Whether an object is of a group that is not one of Kubernetes itself, nor nearly: its kinds are those of another project.</summary>
    public static bool IsForeign(KubernetesObject found) =>
        found.Group.Contains('.')
        && !found.Group.EndsWith(".k8s.io", StringComparison.Ordinal)
        && Spelling.Nearest(found.Group, Kinds.Select(kind => kind.Version.Split('/')[0]).Where(group => group.Contains('.'))) is null;

    /// <summary>The API versions that have a kind, from the newest.</summary>
    public static string[] VersionsOf(string kind) =>
        [.. Kinds.Where(known => known.Kind == kind).Select(known => known.Version).Distinct()];

    /// <summary>The fields below the spec of a kind; none where they are not known.</summary>
    public static IEnumerable<string> FieldsOf(string version, string kind) =>
        from types in ApiTypes.All
        let type = types.Types.GetValueOrDefault(types.Kinds.GetValueOrDefault($"{version} {kind}", ""))
        from field in types.Types.GetValueOrDefault(type?.Fields.GetValueOrDefault("spec", "") ?? "")?.Fields.Keys ?? []
        select field;

    /// <summary>Whether a Kubernetes version serves the API version of an object.</summary>
    public static bool IsServed(KubernetesObject found, Version kubernetes) => IsServed($"{found.ApiVersion} {found.Kind}", kubernetes);

    internal static bool IsServed(string key, Version kubernetes) =>
        Spans.TryGetValue(key, out var served) ? kubernetes >= served.From && kubernetes < served.Until : IsKnown(key);

    /// <summary>Whether some version of Kubernetes that is not older than the oldest types serves an API version and kind.</summary>
    internal static bool IsKnown(string key) =>
        Spans.TryGetValue(key, out var served)
            ? served.Until > ApiTypes.All[^1].Version
            : ApiTypes.All.Any(types => types.Kinds.ContainsKey(key));

    /// <summary>API version and kind of what the CustomResourceDefinitions of a folder define: <c>traefik.io/v1alpha1 IngressRoute</c>.</summary>
    /// <param name="objects">Every object of the folder.</param>
    public static IReadOnlySet<string> DefinedBy(IEnumerable<KubernetesObject> objects) =>
        (
            from found in objects
            where found is { Group: "apiextensions.k8s.io", Kind: "CustomResourceDefinition" }
            let spec = found.Root["spec"]
            // apiextensions.k8s.io/v1beta1 may name a single version.
            from version in spec["versions"].Items.Select(item => item["name"]).Append(spec["version"])
            select $"{spec["group"].Text}/{version.Text} {spec.At("names.kind").Text}"
        ).ToHashSet();

    /// <summary>What is said of an object whose API version a cluster does not serve, which has its kind in another one or has it no more.</summary>
    internal static Finding NotServed(KubernetesObject found, Version kubernetes)
    {
        var served = VersionsOf(found.Kind).Where(version => IsServed($"{version} {found.Kind}", kubernetes)).ToArray();
        var others = served.Length > 0 ? $"; it serves {string.Join(", ", served)}" : "";
        var version = found.Root["apiVersion"];
        return version.Refused(
            $"{found} is {found.ApiVersion}, which Kubernetes {kubernetes.ToString(2)} does not serve{others}",
            () => served.Length > 0 ? found.Root.ToWrite("apiVersion", served[0]) : null
        );
    }

    /// <summary>What is said of an object whose kind Kubernetes does not have in its API version.</summary>
    internal static Finding Unknown(KubernetesObject found)
    {
        var isForeign = IsForeign(found);
        var (versions, kinds) = isForeign ? ([], []) : (VersionsOf(found.Kind), Kinds.Select(known => known.Kind));
        return versions.Length > 0
            ? found
                .Root["apiVersion"]
                .Refused(
                    $"there is no {found.Kind} in {found.ApiVersion}; it is in {string.Join(", ", versions)}",
                    () => found.Root.ToWrite("apiVersion", versions[0])
                )
            : found
                .Root["kind"]
                .Refused(
                    $"{found.Kind} of {found.ApiVersion} is no kind that Kubernetes has by itself{Spelling.Suggestion(found.Kind, kinds)}",
                    () => !isForeign && Near(found.Kind) is { } near ? found.Root.ToWrite("kind", near) : null
                );
    }
}
