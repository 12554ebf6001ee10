using System.Runtime.CompilerServices;

namespace Bernstein;

/// <summary>Where the project's files are.</summary>
internal static partial class Project
{
    /// <summary>The top of the working copy.</summary>
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    /// <summary>A path below the top of the working copy.</summary>
    internal static string In(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
