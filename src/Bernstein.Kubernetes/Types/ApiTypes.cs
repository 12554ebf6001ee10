using System.Reflection;
using System.Text.Json;

namespace Bernstein.Kubernetes.Types;

/// <summary>
/// The types of one version of the Kubernetes API, as scripts/derive-schemas takes them from the official OpenAPI (and, for the
/// newest version, from the official JavaScript client that is generated from it). Read when they are first asked for.
/// </summary>
internal sealed partial class ApiTypes
{
    private const string Prefix = "kubernetes-";
    private const string Ending = ".json";

    private readonly Lazy<(Dictionary<string, string> Kinds, Dictionary<string, ApiType> Types)> _content;

    private ApiTypes(string resource)
    {
        Version = Version.Parse(resource[Prefix.Length..^Ending.Length]);
        _content = new(() => Load(resource));
    }

    /// <summary>Every version there is, the newest first.</summary>
    internal static IReadOnlyList<ApiTypes> All { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => new ApiTypes(name))
            .OrderByDescending(types => types.Version),
    ];

    internal Version Version { get; }

    /// <summary>The type of each kind, by API version and kind: <c>apps/v1 Deployment</c>.</summary>
    internal IReadOnlyDictionary<string, string> Kinds => _content.Value.Kinds;

    /// <summary>The types, by name.</summary>
    internal IReadOnlyDictionary<string, ApiType> Types => _content.Value.Types;

    /// <summary>
    /// Every version, in the order in which an object for a cluster is looked for in them: from the oldest that is not older than
    /// the cluster, so that nothing that the cluster knows is refused, and then from the newest.
    /// </summary>
    /// <param name="kubernetes">The cluster's version; null where it is not known.</param>
    internal static IEnumerable<ApiTypes> For(Version? kubernetes) =>
        kubernetes is null ? All : All.Where(types => types.Version >= kubernetes).Reverse().Concat(All);

    private static (Dictionary<string, string> Kinds, Dictionary<string, ApiType> Types) Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return (
            Texts(root.GetProperty("kinds")),
            root.GetProperty("types").EnumerateObject().ToDictionary(type => type.Name, type => Read(type.Name, type.Value))
        );
    }

    private static ApiType Read(string qualified, JsonElement type)
    {
        var name = Generation.Replace(qualified[(qualified.LastIndexOf('.') + 1)..], "");
        var required = type.TryGetProperty("required", out var fields) ? fields.EnumerateArray().Select(field => field.GetString()!) : [];
        return new ApiType(name, [.. required.Union(ApiRules.Required[name] ?? [])], Texts(type.GetProperty("fields")));
    }

    private static Dictionary<string, string> Texts(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);

    [GeneratedRegex("^(Core|Rbac|Storage)?V[0-9]+((alpha|beta)[0-9]+)?")]
    private static partial Regex Generation { get; }
}
