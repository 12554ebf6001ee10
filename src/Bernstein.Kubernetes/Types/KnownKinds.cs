namespace Bernstein.Kubernetes.Types;

/// <summary>The kinds that Kubernetes has by itself.</summary>
public static class KnownKinds
{
    /// <summary>Whether Kubernetes has a kind, in whatever API version.</summary>
    public static bool IsKind(string kind) => Kinds.Any(known => known.Kind == kind);

    /// <summary>The kind that has nearly this name; null where none has.</summary>
    public static string? Near(string kind) => Spelling.Nearest(kind, Kinds.Select(known => known.Kind));

    // Those whose fields are known come first, the newest before the others.
    private static IEnumerable<(string Version, string Kind)> Kinds =>
        ApiTypes
            .All.SelectMany(types => types.Kinds.Keys)
            .Union(ServedApi.Named)
            .Select(key => key.Split(' '))
            .Select(parts => (parts[0], parts[1]));

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

    /// <summary>What is said of an object whose API version a cluster does not serve, which has its kind in another one or has it no more.</summary>
    internal static Finding NotServed(KubernetesObject found, Version kubernetes)
    {
        var served = VersionsOf(found.Kind).Where(version => ServedApi.Serves($"{version} {found.Kind}", kubernetes)).ToArray();
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
        var (version, kind, isForeign) = (found.Root["apiVersion"], found.Root["kind"], IsForeign(found));
        var (versions, kinds) = isForeign ? ([], []) : (VersionsOf(found.Kind), Kinds.Select(known => known.Kind));
        return versions.Length > 0
            ? version.Refused(
                $"there is no {found.Kind} in {found.ApiVersion}; it is in {string.Join(", ", versions)}",
                () => found.Root.ToWrite("apiVersion", versions[0])
            )
            : kind.Refused(
                $"{found.Kind} of {found.ApiVersion} is no kind that Kubernetes has by itself{Spelling.Suggestion(found.Kind, kinds)}",
                () => !isForeign && Near(found.Kind) is { } near ? found.Root.ToWrite("kind", near) : null
            );
    }
}
