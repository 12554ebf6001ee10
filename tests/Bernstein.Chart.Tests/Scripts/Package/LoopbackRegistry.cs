namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>An OCI registry that nobody but this machine reaches, and that ends with its test, even when the test's own process is killed. The test names docker-registry by <see cref="NeedsAttribute"/>.</summary>
internal sealed partial class LoopbackRegistry : IDisposable
{
    // The end of standard input is the one sign of life that a killed process can't fail to give.
    private const string UntilInputEnds = "\"$1\" serve \"$2\" & cat >/dev/null; kill $!; wait";

    private readonly TemporaryFolder _folder = new();

    private readonly RunningCommand _registry;

    internal LoopbackRegistry()
    {
        // It takes a free port itself, so that nobody can be faster.
        File.WriteAllText(
            _folder.In("config.yml"),
            $$"""
            version: 0.1
            log:
              accesslog: {disabled: true}
            storage:
              filesystem:
                rootdirectory: {{_folder.In("storage")}}
            http: {addr: "127.0.0.1:0"}
            """
        );
        _registry = new Command("sh", ["-c", UntilInputEnds, "sh", "docker-registry", _folder.In("config.yml")]).Start();
        try
        {
            Port = int.Parse(
                _registry.WaitFor(Listening(), TimeSpan.FromMinutes(1)).Groups["port"].Value,
                System.Globalization.CultureInfo.InvariantCulture
            );
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The port of 127.0.0.1 that it listens on.</summary>
    internal int Port { get; }

    /// <summary>Where charts are pushed to.</summary>
    internal string Charts => $"oci://127.0.0.1:{Port}/charts";

    /// <summary>Options for Helm: no TLS, and no knowledge from elsewhere or for later.</summary>
    internal IReadOnlyList<string> Options =>
        [
            "--plain-http",
            "--registry-config",
            _folder.In("registry.json"),
            "--content-cache",
            _folder.In("content"),
            "--repository-cache",
            _folder.In("repositories"),
        ];

    public void Dispose()
    {
        _registry.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"listening on 127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
