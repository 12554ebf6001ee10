namespace Bernstein.Chart.Tests.Harness;

/// <summary>Renders the chart. A rendering is made once for all tests that ask for the same one, and one that came out before is not read again.</summary>
internal static class BernsteinChart
{
    private static readonly ConcurrentDictionary<ChartOptions, Lazy<CommandResult>> Renderings = new();

    private static readonly ConcurrentDictionary<string, Lazy<ManifestFolder>> Folders = new();

    /// <summary>A rendering with a fixed password, so that two can be compared.</summary>
    internal const string FixedPassword = "postgres: {password: not-a-secret}\n";

    /// <summary>The version of a chart, as its Chart.yaml says.</summary>
    internal static string VersionOf(string chart) => CaseFile.Read(Path.Combine(chart, "Chart.yaml"))["version"].Text!;

    /// <summary>The whole output of <c>helm template</c>.</summary>
    internal static string Render(ChartOptions options) => TryRender(options).OfSuccess.Output;

    /// <summary>Renders, whatever Helm says to it.</summary>
    internal static CommandResult TryRender(ChartOptions options) =>
        // A refusal names the version.
        Cached(Alike(options)) is { ExitCode: 0 } result
            ? result
            : Cached(options);

    /// <summary>Renders, even if that has been done before.</summary>
    internal static CommandResult RenderAfresh(ChartOptions options) =>
        HelmTool.TryRun(options.HelmVersion, ["template", options.Release, Project.Chart, .. options.Arguments]);

    /// <summary>The output by template: each file as <c>scripts/render</c> names it.</summary>
    internal static ManifestFolder Manifests(ChartOptions options) =>
        Folders
            .GetOrAdd(
                Render(options),
                output => new Lazy<ManifestFolder>(() =>
                    new(
                        "chart/bernstein",
                        [
                            .. Files(output)
                                .Select(file => FlatFiles.Parse(file.Key, file.Value))
                                .OrderBy(file => file.Path, StringComparer.Ordinal),
                        ]
                    )
                )
            )
            .Value;

    /// <summary>The output for values, by template.</summary>
    internal static ManifestFolder Manifests(string values) => Manifests(new ChartOptions { Values = values });

    /// <summary>Everything in a rendering that makes pods.</summary>
    internal static Workload[] Workloads(this ManifestFolder manifests) => [.. manifests.Objects.Select(Workload.Of).OfType<Workload>()];

    /// <summary>The containers of a rendering for values, each with what makes its pod.</summary>
    internal static (Workload Workload, Node Container)[] Containers(string values) =>
        [.. Manifests(values).Workloads().SelectMany(workload => workload.Containers.Select(container => (workload, container)))];

    // The rendering that stands for this one: by the Helm that is there, if it is that of the version, and for the band of the Kubernetes.
    private static ChartOptions Alike(ChartOptions options)
    {
        var own = options.HelmVersion is null || HelmTool.IsOwn(options.HelmVersion);
        var version = options.KubernetesVersion ?? (own && HelmTool.IsOwn(HelmTool.Versions[0]) ? KubernetesBand.Newest : null);
        return options with { HelmVersion = own ? null : options.HelmVersion, KubernetesVersion = KubernetesBand.OldestLike(version) };
    }

    private static CommandResult Cached(ChartOptions options) =>
        Renderings.GetOrAdd(options, key => new Lazy<CommandResult>(() => RenderAfresh(key))).Value;

    /// <summary>The output of <c>helm template</c> by template, without the lines that Helm adds and the folder that <c>scripts/render</c> leaves out.</summary>
    internal static Dictionary<string, string> Files(string output)
    {
        const string source = "# Source: bernstein/templates/";
        var files = new Dictionary<string, StringBuilder>();
        StringBuilder? current = null;
        foreach (var line in (output.EndsWith('\n') ? output[..^1] : output).Split('\n'))
        {
            if (line.StartsWith(source, StringComparison.Ordinal))
            {
                var name = line[source.Length..].Replace("optional/", "", StringComparison.Ordinal);
                current = files.TryGetValue(name, out var known) ? known.Append("---\n") : files[name] = new StringBuilder();
            }
            else if (line != "---")
            {
                current?.Append(line).Append('\n');
            }
        }

        return files.ToDictionary(file => file.Key, file => file.Value.ToString());
    }
}
