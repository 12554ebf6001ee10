namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// The releases of a working copy. A release is a section of CHANGELOG.md with a date; it is the commit of its tag or, where this copy has no such tag, the one
/// that wrote the date. <c>scripts/release --cut</c> makes both.
/// </summary>
internal sealed partial class ReleaseHistory(string project)
{
    private string Changelog => File.ReadAllText(Path.Combine(project, "CHANGELOG.md"));

    /// <summary>The version of the chart as it is now.</summary>
    internal string Present => BernsteinChart.VersionOf(Path.Combine(project, "chart", "bernstein"));

    /// <summary>The versions that are released, the newest first.</summary>
    internal IReadOnlyList<string> Versions => [.. Section().Matches(Changelog).Select(section => section.Groups["version"].Value)];

    /// <summary>The newest of them that is not the present one: what people upgrade from. Null for none.</summary>
    internal string? Last => Versions.FirstOrDefault(version => version != Present);

    /// <summary>The commit of a release; null where this copy does not have it.</summary>
    internal string? CommitOf(string version) =>
        Git("rev-parse", "--verify", "--quiet", $"refs/tags/v{version}^{{commit}}") is { Length: > 0 } tagged ? tagged
        // The first commit of a history that is cut off holds everything.
        : Git("rev-parse", "--is-shallow-repository") != "false" ? null
        : Git("log", "--reverse", "--format=%H", $"-S{HeadingOf(version)}", "--", "CHANGELOG.md") is { Length: > 0 } commits
            ? commits.Split('\n')[0]
        : null;

    /// <summary>Asks git.</summary>
    internal string Git(params IReadOnlyList<string> arguments) =>
        new Command("git", ["-C", project, .. arguments]).TryRun() is { ExitCode: 0 } result ? result.Output.Trim() : "";

    private string HeadingOf(string version) =>
        Section().Matches(Changelog).First(section => section.Groups["version"].Value == version).Value;

    [GeneratedRegex(@"^## \[(?<version>[^\]]+)\] - \d{4}-\d\d-\d\d", RegexOptions.Multiline)]
    private static partial Regex Section();
}
