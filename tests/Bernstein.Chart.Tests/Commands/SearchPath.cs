namespace Bernstein.Chart.Tests.Commands;

/// <summary>Looks programs up on PATH, as a shell does and without starting one.</summary>
internal static class SearchPath
{
    /// <summary>Every file on PATH of a program's name, the one that would be run first.</summary>
    /// <param name="program">The name, without a folder and without the .exe that it has on Windows.</param>
    internal static IEnumerable<string> Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program))
        .Where(File.Exists);
}
