using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bernstein.Check.Manifests;

namespace Bernstein.Check.Tests.Oracle;

/// <summary>A running API server that is asked by dry run what it would say to a manifest.</summary>
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
        using var body = new StringContent(text, new MediaTypeHeaderValue("application/yaml"));
        using var answer = await _http.PostAsync(
            new Uri($"{path}/{namespaced}{name}?dryRun=All&fieldValidation=Strict", UriKind.Relative),
            body
        );
        if (answer.IsSuccessStatusCode)
        {
            return null;
        }

        var status = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return status.GetProperty("message").GetString()!.ReplaceLineEndings(" ");
    }

    public void Dispose() => _http.Dispose();

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
