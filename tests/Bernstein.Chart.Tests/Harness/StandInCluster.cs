using System.Net;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// What Helm asks of a cluster before it changes anything: which kinds there are, single objects, and those of a kind in all namespaces. It keeps what it was given, on an
/// address of this machine alone, and ends with its test.
/// </summary>
internal sealed class StandInCluster : IDisposable
{
    /// <summary>The kinds of the chart, by API version: with the name of their collection, and whether they live in a namespace.</summary>
    private static readonly (string Api, string Kind, string Collection, bool IsNamespaced)[] Kinds =
    [
        ("v1", "Namespace", "namespaces", false),
        ("v1", "PersistentVolume", "persistentvolumes", false),
        ("v1", "PersistentVolumeClaim", "persistentvolumeclaims", true),
        ("v1", "ConfigMap", "configmaps", true),
        ("v1", "Secret", "secrets", true),
        ("v1", "Service", "services", true),
        ("v1", "ServiceAccount", "serviceaccounts", true),
        ("v1", "Pod", "pods", true),
        ("apps/v1", "Deployment", "deployments", true),
        ("apps/v1", "DaemonSet", "daemonsets", true),
        ("batch/v1", "Job", "jobs", true),
        ("batch/v1", "CronJob", "cronjobs", true),
        ("networking.k8s.io/v1", "Ingress", "ingresses", true),
        ("networking.k8s.io/v1", "IngressClass", "ingressclasses", false),
        ("storage.k8s.io/v1", "StorageClass", "storageclasses", false),
        ("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies", true),
        ("policy/v1", "PodDisruptionBudget", "poddisruptionbudgets", true),
        ("rbac.authorization.k8s.io/v1", "Role", "roles", true),
        ("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings", true),
        ("rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles", false),
        ("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "clusterrolebindings", false),
    ];

    private readonly TemporaryFolder _folder = new();

    private readonly Dictionary<string, JsonNode> _answers;

    private readonly HttpListener _listener;

    /// <summary>Whether it gives what lies in a namespace alone, as to a user without rights in the whole cluster.</summary>
    internal bool RefusesTheWholeCluster { get; init; }

    /// <param name="objects">What it holds, as JSON.</param>
    internal StandInCluster(params IReadOnlyList<string> objects)
    {
        var held = objects.Select(text => JsonNode.Parse(text)!).ToArray();
        _answers = held.ToDictionary(Path);
        foreach (var (api, kind, collection, _) in Kinds)
        {
            var items = held.Where(found => (string)found["kind"]! == kind).Select(found => found.DeepClone()).ToArray();
            _answers[$"{Root(api)}/{collection}"] = new JsonObject
            {
                ["apiVersion"] = api,
                ["kind"] = $"{kind}List",
                ["metadata"] = new JsonObject(),
                ["items"] = new JsonArray(items),
            };
        }

        foreach (var (path, answer) in Discovery())
        {
            _answers[path] = answer;
        }

        _listener = Listen(out var address);
        File.WriteAllText(
            _folder.In("config"),
            $$"""
            {apiVersion: v1, kind: Config, current-context: one,
             clusters: [{name: one, cluster: {server: "{{address}}" } }],
             users: [{name: one, user: {} }],
             contexts: [{name: one, context: {cluster: one, user: one} }]}
            """
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.In("config"), UnixFileMode.UserRead);
        }

        _ = Task.Run(Serve);
    }

    /// <summary>What Helm says to a command that speaks to this cluster.</summary>
    internal CommandResult Helm(params IReadOnlyList<string> arguments) =>
        new Command(HelmTool.Path, [.. arguments, "--dry-run=server", "--disable-openapi-validation", "--kubeconfig", _folder.In("config")])
        {
            // What Helm notes of this cluster goes with it.
            Environment = new Dictionary<string, string> { ["HOME"] = _folder.Path },
        }.TryRun();

    public void Dispose()
    {
        _listener.Close();
        _folder.Dispose();
    }

    private static string Path(JsonNode found)
    {
        var (api, kind) = ((string)found["apiVersion"]!, (string)found["kind"]!);
        var known = Kinds.Single(known => known.Api == api && known.Kind == kind);
        var space = known.IsNamespaced ? $"namespaces/{(string)found["metadata"]!["namespace"]!}/" : "";
        return $"{Root(api)}/{space}{known.Collection}/{(string)found["metadata"]!["name"]!}";
    }

    private static string Root(string api) => api.Contains('/', StringComparison.Ordinal) ? $"/apis/{api}" : $"/api/{api}";

    private static IEnumerable<(string Path, JsonNode Answer)> Discovery()
    {
        yield return ("/version", JsonNode.Parse("""{"major": "1", "minor": "35", "gitVersion": "v1.35.0"}""")!);
        yield return ("/api", JsonNode.Parse("""{"kind": "APIVersions", "versions": ["v1"]}""")!);
        var groups = Kinds.Select(kind => kind.Api).Distinct().Where(api => api.Contains('/', StringComparison.Ordinal));
        yield return (
            "/apis",
            JsonNode.Parse(
                $$"""
                {"kind": "APIGroupList", "apiVersion": "v1", "groups": [{{string.Join(
                    ", ",
                    groups.Select(api =>
                        $$"""{"name": "{{api.Split('/')[0]}}", "versions": [{"groupVersion": "{{api}}", "version": "v1"}]}"""
                    )
                )}}]}
                """
            )!
        );
        foreach (var api in Kinds.GroupBy(kind => kind.Api))
        {
            var resources = api.Select(kind =>
                $$"""{"name": "{{kind.Collection}}", "singularName": "", "namespaced": {{(kind.IsNamespaced ? "true" : "false")}}, "kind": "{{kind.Kind}}", "verbs": ["get", "list"]}"""
            );
            yield return (
                Root(api.Key),
                JsonNode.Parse(
                    $$"""{"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "{{api.Key}}", "resources": [{{string.Join(", ", resources)}}]}"""
                )!
            );
        }
    }

    // A port that is free can only be found by trying. Windows lets everybody listen at the name of the machine itself, and at its address administrators alone.
    private static HttpListener Listen(out string address)
    {
        var host = OperatingSystem.IsWindows() ? "localhost" : "127.0.0.1";
        for (var attempt = 1; ; attempt++)
        {
            address = $"http://{host}:{Random.Shared.Next(20000, 30000)}";
            var listener = new HttpListener { Prefixes = { $"{address}/" } };
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException) when (attempt < 100)
            {
                listener.Close();
            }
        }
    }

    private async Task Serve()
    {
        while (true)
        {
            HttpListenerContext asked;
            try
            {
                asked = await _listener.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (status, answer) = Answer(asked.Request.Url!.AbsolutePath);
            asked.Response.StatusCode = status;
            asked.Response.ContentType = "application/json";
            asked.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
        }
    }

    private (int Status, string Answer) Answer(string path)
    {
        var isOfAll = Kinds.Any(kind => path.StartsWith($"{Root(kind.Api)}/{kind.Collection}", StringComparison.Ordinal));
        return RefusesTheWholeCluster && isOfAll && !path.StartsWith("/api/v1/namespaces/", StringComparison.Ordinal)
                ? Refusal(403, "Forbidden")
            : _answers.TryGetValue(path, out var answer) ? (200, answer.ToJsonString())
            : Refusal(404, "NotFound");
    }

    private static (int Status, string Answer) Refusal(int code, string reason) =>
        (
            code,
            $$"""{"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "{{reason}}", "message": "{{reason}}", "code": {{code}}}"""
        );
}
