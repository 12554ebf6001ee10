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
        var settings = _folder.Write(
            "config.yml",
            $$"""
            version: 0.1
            log: {accesslog: {disabled: true} }
            storage: {filesystem: {rootdirectory: "{{_folder.In("storage")}}" } }
            http: {addr: "127.0.0.1:0"}
            """
        );
        _registry = new Command("sh", ["-c", UntilInputEnds, "sh", "docker-registry", settings]).Start();
        try
        {
            Charts = $"oci://127.0.0.1:{_registry.WaitFor(Listening(), TimeSpan.FromMinutes(1)).Groups["port"].Value}/charts";
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where charts are pushed to.</summary>
    internal string Charts { get; }

    /// <summary>What Helm finds this project's chart there by.</summary>
    internal IReadOnlyList<string> Chart => [$"{Charts}/bernstein", "--version", WorkingCopy.Version];

    internal CommandResult Push(string archive) => Helm("push", archive, Charts);

    internal CommandResult Pull(string folder, params IEnumerable<string> options) =>
        Helm(["pull", .. Chart, "--destination", folder, .. options]);

    /// <summary>Runs Helm without TLS, and with no knowledge from elsewhere or for later.</summary>
    internal CommandResult Helm(params IReadOnlyList<string> arguments)
    {
        var own = new[] { "registry-config", "content-cache", "repository-cache" }.SelectMany(name =>
            new[] { $"--{name}", _folder.In(name) }
        );
        var result = HelmTool.TryRun(null, [.. arguments, "--plain-http", .. own]);
        return result.ExitCode == 0 ? result : throw new CommandException(result);
    }

    public void Dispose()
    {
        _registry.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"listening on 127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
