namespace Bernstein.Chart.Tests.Harness;

/// <summary>Looks programs up on PATH, without a shell that would take longer than the program.</summary>
internal static class SearchPath
{
    /// <summary>Every file on PATH that has a program's name, the one that a shell would take first.</summary>
    /// <param name="program">The name, without a folder and without the .exe that it has on Windows.</param>
    internal static IEnumerable<string> Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program))
            .Where(File.Exists);
}
