using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Bernstein.Kubernetes.Tests.Oracle;

/// <summary>A running API server that is asked what it says to a manifest. One that nobody needs: Services are created in it, and deleted again.</summary>
internal sealed class ApiServer : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, JsonElement[]> _resources = [];

    /// <summary>Speaks to a server with a token. Its certificate is not looked at: it is a server of one's own.</summary>
    internal ApiServer(string address, string token)
    {
        _http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true })
        {
            BaseAddress = new Uri(address),
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Why the server refuses a manifest, in one line; null where it takes it.</summary>
    internal async Task<string?> WhyRefused(string text, KubernetesObject found)
    {
        var path = found.ApiVersion.Contains('/') ? $"apis/{found.ApiVersion}" : $"api/{found.ApiVersion}";
        var resource = (await ResourcesAt(path)).FirstOrDefault(resource =>
            resource.GetProperty("kind").GetString() == found.Kind && !resource.GetProperty("name").GetString()!.Contains('/')
        );
        if (resource.ValueKind == JsonValueKind.Undefined)
        {
            return $"no {found.Kind} in {found.ApiVersion}";
        }

        var name = resource.GetProperty("name").GetString();
        var namespaced = resource.GetProperty("namespaced").GetBoolean() ? $"namespaces/{Uri.EscapeDataString(found.Namespace)}/" : "";
        var address = $"{path}/{namespaced}{name}";
        var refusal = await Post($"{address}?dryRun=All&fieldValidation=Strict", text);
        // A dry run allocates no node port and no address: whether there is such a one, a creation says alone.
        if (refusal is not null || found.Kind != "Service")
        {
            return refusal;
        }

        refusal = await Post(address, text);
        if (refusal is null)
        {
            using var deleted = await _http.DeleteAsync(new Uri($"{address}/{Uri.EscapeDataString(found.Name)}", UriKind.Relative));
            deleted.EnsureSuccessStatusCode();
        }

        return refusal;
    }

    /// <summary>API version and kind of everything that can be created: <c>apps/v1 Deployment</c>.</summary>
    internal async Task<IReadOnlyList<string>> Kinds()
    {
        var groups = await _http.GetFromJsonAsync<JsonElement>(new Uri("apis", UriKind.Relative));
        var kinds = new List<string>();
        foreach (
            var version in groups
                .GetProperty("groups")
                .EnumerateArray()
                .SelectMany(group => group.GetProperty("versions").EnumerateArray())
                .Select(version => version.GetProperty("groupVersion").GetString()!)
                .Prepend("v1")
        )
        {
            kinds.AddRange(
                from resource in await ResourcesAt(version == "v1" ? "api/v1" : $"apis/{version}")
                where !resource.GetProperty("name").GetString()!.Contains('/')
                where resource.GetProperty("verbs").EnumerateArray().Any(verb => verb.GetString() == "create")
                select $"{version} {resource.GetProperty("kind").GetString()}"
            );
        }

        return [.. kinds.Distinct().Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _http.Dispose();

    private async Task<string?> Post(string address, string text)
    {
        using var body = new StringContent(text, new MediaTypeHeaderValue("application/yaml"));
        using var answer = await _http.PostAsync(new Uri(address, UriKind.Relative), body);
        return answer.IsSuccessStatusCode
            ? null
            : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString()!.ReplaceLineEndings(" ");
    }

    private async Task<JsonElement[]> ResourcesAt(string path)
    {
        if (!_resources.TryGetValue(path, out var resources))
        {
            using var answer = await _http.GetAsync(
                new Uri(Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal), UriKind.Relative)
            );
            resources = answer.IsSuccessStatusCode
                ?
                [
                    .. (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("resources", out var list)
                        ? list.EnumerateArray()
                        : [],
                ]
                : [];
            _resources[path] = resources;
        }

        return resources;
    }
}
