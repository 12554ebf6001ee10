using System.Text.Json;

namespace Bernstein.Kubernetes.Types;

/// <summary>A type of the Kubernetes API.</summary>
/// <param name="Name">Its name whatever its API version: <c>DeploymentSpec</c>.</param>
/// <param name="Required">The fields that must be there, those of <see cref="ApiRules.Required"/> among them.</param>
/// <param name="Fields">The type of each field: a plain one, the name of another type, or either with <c>[]</c> or <c>{}</c> before it.</param>
internal sealed record ApiType(string Name, IReadOnlyList<string> Required, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// The types of one version of the Kubernetes API, as scripts/derive-schemas takes them from the official OpenAPI (and, for the
/// newest version, from the official JavaScript client that is generated from it). Read when they are first asked for.
/// </summary>
internal sealed partial class ApiTypes(string resource)
{
    private const string Prefix = "kubernetes-";

    private readonly Lazy<(Dictionary<string, string> Kinds, Dictionary<string, ApiType> Types)> _content = new(() => Load(resource));

    /// <summary>Every version there is, the newest first.</summary>
    internal static IReadOnlyList<ApiTypes> All { get; } =
    [
        .. typeof(ApiTypes)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => new ApiTypes(name))
            .OrderByDescending(types => types.Version),
    ];

    internal Version Version { get; } = Version.Parse(Path.GetFileNameWithoutExtension(resource)[Prefix.Length..]);

    /// <summary>The type of each kind, by API version and kind: <c>apps/v1 Deployment</c>.</summary>
    internal IReadOnlyDictionary<string, string> Kinds => _content.Value.Kinds;

    internal IReadOnlyDictionary<string, ApiType> Types => _content.Value.Types;

    /// <summary>
    /// Every version, in the order in which an object for a cluster is looked for in them: from the oldest that is not older than
    /// the cluster, so that nothing that the cluster knows is refused, and then from the newest. Null where the cluster is not known.
    /// </summary>
    internal static IEnumerable<ApiTypes> For(Version? kubernetes) =>
        kubernetes is null ? All : All.Where(types => types.Version >= kubernetes).Reverse().Concat(All);

    private static (Dictionary<string, string> Kinds, Dictionary<string, ApiType> Types) Load(string resource)
    {
        using var stream = typeof(ApiTypes).Assembly.GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        return (
            Texts(document.RootElement.GetProperty("kinds")),
            document.RootElement.GetProperty("types").EnumerateObject().ToDictionary(type => type.Name, Read)
        );
    }

    private static ApiType Read(JsonProperty type)
    {
        var name = Generation.Replace(type.Name[(type.Name.LastIndexOf('.') + 1)..], "");
        var required = type.Value.TryGetProperty("required", out var fields)
            ? fields.EnumerateArray().Select(field => field.GetString()!)
            : [];
        return new ApiType(
            name,
            [.. required.Union(ApiRules.Required.GetValueOrDefault(name, []))],
            Texts(type.Value.GetProperty("fields"))
        );
    }

    private static Dictionary<string, string> Texts(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);

    [GeneratedRegex("^(Core|Rbac|Storage)?V[0-9]+((alpha|beta)[0-9]+)?")]
    private static partial Regex Generation { get; }
}
