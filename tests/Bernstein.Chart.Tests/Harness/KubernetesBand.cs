namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// The versions of Kubernetes between which the chart makes no difference. A template sees the version only where it compares it
/// (a test of Compatibility keeps that), so that one rendering is that of every version of a band.
/// </summary>
internal static partial class KubernetesBand
{
    /// <summary>The minor versions that a band begins with, the newest first.</summary>
    private static readonly int[] Beginnings =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Project.Chart, "templates"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Project.Chart, "Chart.yaml"))
            .SelectMany(path => Compared().Matches(File.ReadAllText(path)))
            .Select(found => int.Parse(found.Groups["minor"].Value, CultureInfo.InvariantCulture))
            .Distinct()
            .OrderDescending(),
    ];

    /// <summary>The first version of the newest band.</summary>
    internal static string Newest => $"1.{Beginnings[0]}";

    /// <summary>The oldest version of the band that a version is in; itself where it has an ending of its own or is too old for the chart.</summary>
    internal static string? OldestLike(string? version) =>
        version is not null && Minor().Match(version) is { Success: true } found
            ? Beginnings
                .Where(minor => minor <= int.Parse(found.Groups["minor"].Value, CultureInfo.InvariantCulture))
                .Select(minor => $"1.{minor}")
                .FirstOrDefault(version)
            : version;

    [GeneratedRegex(@"^1\.(?<minor>\d+)$")]
    private static partial Regex Minor();

    [GeneratedRegex(@"semverCompare ""[<>]=?1\.(?<minor>\d+)-0""|^kubeVersion: "">=1\.(?<minor>\d+)\.0-0""", RegexOptions.Multiline)]
    private static partial Regex Compared();
}
