using System.Reflection;
using System.Text.Json;

namespace Bernstein.Check.Schemas;

/// <summary>
/// The types of one version of the Kubernetes API, as scripts/derive-schemas takes them from the official OpenAPI (and, for the
/// newest version, from the official JavaScript client that is generated from it).
/// </summary>
/// <param name="Version">The Kubernetes version.</param>
/// <param name="Kinds">The type of each kind, by API version and kind: <c>apps/v1 Deployment</c>.</param>
/// <param name="Types">The types, by name.</param>
internal sealed record ApiTypes(Version Version, IReadOnlyDictionary<string, string> Kinds, IReadOnlyDictionary<string, ApiType> Types)
{
    private static readonly Lazy<IReadOnlyList<ApiTypes>> Loaded = new(() => [.. Resources().Select(Load).OrderByDescending(types => types.Version)]);

    /// <summary>Every version there is, the newest first.</summary>
    internal static IReadOnlyList<ApiTypes> All => Loaded.Value;

    private static IEnumerable<string> Resources() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("kubernetes-", StringComparison.Ordinal));

    private static ApiTypes Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new ApiTypes(
            Version.Parse(root.GetProperty("version").GetString()!),
            Texts(root.GetProperty("kinds")),
            root.GetProperty("types").EnumerateObject().ToDictionary(
                type => type.Name,
                type => new ApiType(
                    type.Value.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [],
                    Texts(type.Value.GetProperty("fields")))));
    }

    private static Dictionary<string, string> Texts(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);
}
