using System.Runtime.CompilerServices;

namespace Bernstein;

/// <summary>Where the project's files are.</summary>
internal static class Project
{
    /// <summary>The top of the working copy.</summary>
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    /// <summary>A path below the top of the working copy.</summary>
    internal static string In(params string[] parts) => Path.Combine([Root, .. parts]);

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

    /// <summary>What a variable of the environment says; null where it says nothing.</summary>
    internal static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
