using System.Net;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// What Helm asks of a cluster before it changes anything: which kinds there are, single objects, and those of a kind in all namespaces. It keeps what it was given, on an
/// address of this machine alone, and ends with its test.
/// </summary>
internal sealed class StandInCluster : IDisposable
{
    /// <summary>What it answers to who asks what kinds there are: those of the chart.</summary>
    private static readonly JsonObject Discovery = JsonNode
        .Parse(File.ReadAllText(Project.In("tests", "Bernstein.Chart.Tests", "Harness", "discovery.json")))!
        .AsObject();

    private static readonly (string Path, string Api, string Kind, bool IsNamespaced)[] Kinds =
    [
        .. from answer in Discovery
        from kind in answer.Value!["resources"]?.AsArray() ?? []
        select ($"{answer.Key}/{kind!["name"]}", (string)answer.Value["groupVersion"]!, (string)kind["kind"]!, (bool)kind["namespaced"]!),
    ];

    private readonly TemporaryFolder _folder = new();

    private readonly Dictionary<string, JsonNode> _answers;

    private readonly HttpListener _listener;

    /// <summary>Whether it gives what lies in a namespace alone, as to a user without rights in the whole cluster.</summary>
    internal bool RefusesTheWholeCluster { get; init; }

    internal StandInCluster(IReadOnlyList<Node> objects)
    {
        var held = objects
            .Select(Left)
            .Append(JsonNode.Parse("""{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "default"}}""")!)
            .ToArray();
        _answers = held.ToDictionary(PathOf).Concat(Discovery.ToDictionary(answer => answer.Key, answer => answer.Value!)).ToDictionary();
        foreach (var (path, api, kind, _) in Kinds)
        {
            var items = held.Where(found => (string?)found["kind"] == kind).Select(found => found.DeepClone()).ToArray();
            _answers[path] = new JsonObject
            {
                ["apiVersion"] = api,
                ["kind"] = $"{kind}List",
                ["metadata"] = new JsonObject(),
                ["items"] = new JsonArray(items),
            };
        }

        _listener = Listen(out var address);
        _folder.Write(
            "config",
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

    /// <summary>What Helm says to values where it speaks to this cluster.</summary>
    internal CommandResult Helm(string verb, string release, string values, params IEnumerable<string> options)
    {
        string[] speaking = ["--dry-run=server", "--disable-openapi-validation", "--kubeconfig", _folder.In("config")];
        return new Command(
            HelmTool.Path,
            [verb, release, Project.Chart, .. options, .. new ChartOptions { Values = values }.Arguments, .. speaking]
        )
        {
            // What Helm notes of this cluster goes with it.
            Environment = new Dictionary<string, string> { ["HOME"] = _folder.Path },
        }.TryRun();
    }

    public void Dispose()
    {
        _listener.Close();
        _folder.Dispose();
    }

    // With the marks of the release, where it has no others.
    private static JsonNode Left(Node found)
    {
        var left = JsonNode.Parse(YamlWriter.Flow(found, isJson: true))!;
        var metadata = left["metadata"]!;
        if (Kinds.Single(known => known.Kind == found["kind"].Text).IsNamespaced)
        {
            metadata["namespace"] ??= "default";
        }

        metadata["labels"] ??= new JsonObject { ["app.kubernetes.io/managed-by"] = "Helm" };
        metadata["annotations"] ??= new JsonObject();
        metadata["annotations"]!["meta.helm.sh/release-name"] ??= "bernstein";
        metadata["annotations"]!["meta.helm.sh/release-namespace"] ??= "default";
        return left;
    }

    private static string PathOf(JsonNode found)
    {
        var (path, _, _, isNamespaced) = Kinds.Single(known => known.Kind == (string)found["kind"]!);
        var (above, collection) = (path[..path.LastIndexOf('/')], path[(path.LastIndexOf('/') + 1)..]);
        var space = isNamespaced ? $"/namespaces/{found["metadata"]!["namespace"]}" : "";
        return $"{above}{space}/{collection}/{found["metadata"]!["name"]}";
    }

    // A port that is free can only be found by trying. Windows lets everybody listen at the name of the machine itself, and at its address administrators alone.
    private static HttpListener Listen(out string address)
    {
        for (var attempt = 1; ; attempt++)
        {
            address = $"http://{(OperatingSystem.IsWindows() ? "localhost" : "127.0.0.1")}:{Random.Shared.Next(20000, 30000)}";
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
        try
        {
            while (await _listener.GetContextAsync() is var asked)
            {
                var (status, answer) = Answer(asked.Request.Url!.AbsolutePath);
                asked.Response.StatusCode = status;
                asked.Response.ContentType = "application/json";
                asked.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private (int Status, string Answer) Answer(string path)
    {
        var isOfAll = Kinds.Any(kind => path.StartsWith(kind.Path, StringComparison.Ordinal));
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
