namespace Bernstein;

/// <summary>Where the chart's files are.</summary>
internal static partial class Project
{
    /// <summary>The chart.</summary>
    internal static string Chart => In("chart", "bernstein");

    /// <summary>The names of the values files: the profiles.</summary>
    internal static IReadOnlyList<string> Profiles { get; } =
    [
        .. Directory
            .EnumerateFiles(In("values"), "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal),
    ];
}
