using Bernstein.Check.Manifests;
using NUnit.Framework;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// The chart that people upgrade from: that of the last tag; before there is one, that of the first commit that kept the votes where they
/// are today (one before it could not begin on every storage class: docs/decisions/data-directory.md). It is taken out of the history, and gone with its test.
/// </summary>
internal sealed class LastRelease : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal LastRelease()
    {
        if (!SearchPath.Find("git").Any())
        {
            Assert.Ignore("git is not on PATH, and the last release is in the history");
        }

        Name = Tag() ?? FirstWithTheVotesInTheirPlace();
        Git("archive", "--output", _folder.In("chart.tar"), Name, "chart/bernstein");
        new Command("tar", ["-xf", _folder.In("chart.tar"), "-C", _folder.Path]).Run();
    }

    /// <summary>The tag, or the commit.</summary>
    internal string Name { get; }

    /// <summary>Its chart.</summary>
    internal string Chart => _folder.In("chart/bernstein");

    /// <summary>What it renders.</summary>
    internal ManifestFolder Manifests(ChartOptions options) => Read(Rendered(Chart, options));

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

    private static string Rendered(string chart, ChartOptions options)
    {
        var result = HelmTool.TryRun(options.HelmVersion, ["template", options.Release, chart, .. options.Arguments]);
        return result.ExitCode == 0 ? result.Output : throw new CommandException(result);
    }

    private static ManifestFolder Read(string output) =>
        new("last release", [.. BernsteinChart.Files(output).Select(file => Check.Application.FlatFiles.Parse(file.Key, file.Value))]);

    private static string? Tag()
    {
        var result = new Command("git", ["-C", Project.Root, "describe", "--tags", "--abbrev=0"]).TryRun();
        return result.ExitCode == 0 ? result.Output.Trim() : null;
    }

    private static string FirstWithTheVotesInTheirPlace()
    {
        var commits = new Command(
            "git",
            [
                "-C",
                Project.Root,
                "log",
                "--reverse",
                "--format=%H",
                "-S/var/lib/postgresql/data/pgdata",
                "--",
                "chart/bernstein/templates/postgres.deployment.yaml",
            ]
        )
            .TryRun()
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // Of a history that is cut off its first commit holds everything.
        if (
            commits.Length == 0
            || new Command("git", ["-C", Project.Root, "rev-parse", "--is-shallow-repository"]).Run().Output.Trim() == "true"
        )
        {
            Assert.Ignore("this copy has no history, and so no last release");
        }

        return commits[0];
    }

    private static void Git(params string[] arguments) => new Command("git", ["-C", Project.Root, .. arguments]).Run();
}
