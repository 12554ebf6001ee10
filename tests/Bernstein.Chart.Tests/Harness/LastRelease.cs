using System.Formats.Tar;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>The chart that people upgrade from: that of the newest release before this version. It is taken out of the history, and gone with its test.</summary>
internal sealed class LastRelease : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal LastRelease()
    {
        var history = new ReleaseHistory(Project.Root);
        if (history.Last is not { } version)
        {
            Assert.Ignore($"{history.Present} is the first release: there is none to upgrade from");
            return;
        }

        if (history.CommitOf(version) is not { } commit)
        {
            Assert.Ignore($"the release {version} is in the history, and git does not find it here");
            return;
        }

        Version = version;
        new Command("git", ["-C", Project.Root, "archive", "--output", _folder.In("chart.tar"), commit, "chart/bernstein"]).Run();
        TarFile.ExtractToDirectory(_folder.In("chart.tar"), _folder.Path, overwriteFiles: false);
    }

    /// <summary>Its version.</summary>
    internal string Version { get; } = "";

    /// <summary>Its chart.</summary>
    internal string Chart => _folder.In("chart/bernstein");

    /// <summary>What it renders.</summary>
    internal ManifestFolder Manifests(ChartOptions options) =>
        new("last release", [.. BernsteinChart.Files(Rendered(Chart, options)).Select(file => FlatFiles.Parse(file.Key, file.Value))]);

    /// <summary>
    /// What the present chart renders with <c>--reuse-values</c>: Helm then puts the values of the release in the place of the chart's own defaults.
    /// </summary>
    internal string RenderedWithItsValues(ChartOptions options)
    {
        var present = _folder.Copy(Project.Chart, "present");
        File.Copy(Path.Combine(Chart, "values.yaml"), Path.Combine(present, "values.yaml"), overwrite: true);
        return Rendered(present, options);
    }

    public void Dispose() => _folder.Dispose();

    private static string Rendered(string chart, ChartOptions options) =>
        HelmTool.TryRun(options.HelmVersion, ["template", options.Release, chart, .. options.Arguments]).OfSuccess.Output;
}
