using Bernstein.Chart.Tests.Commands;

namespace Bernstein.Chart.Tests.Helm;

/// <summary>Finds the Helm programs that the tests run.</summary>
internal static class HelmTool
{
    /// <summary>The versions of the matrix, the newest first; what <c>scripts/setup --all</c> brings.</summary>
    internal static IReadOnlyList<string> Versions { get; } = ["4.1.4", "3.17.3", "3.16.4", "3.11.1", "3.9.4"];

    private static readonly Lazy<string> Default = new(() =>
        Environment.GetEnvironmentVariable("HELM") is { Length: > 0 } named ? named
        : Own() ?? OnPath() ?? Setup(Own) ?? throw new FileNotFoundException("scripts/setup ended well and yet there is no .tools/bin/helm"));

    private static readonly Lazy<bool> Matrix = new(() => Versions.Skip(1).All(version => File.Exists(Old(version)))
        || Setup(() => "", "--all") is not null);

    /// <summary>The Helm to use: <c>$HELM</c>, else the project's own, else the one on PATH, else the one that scripts/setup brings.</summary>
    internal static string Path => Default.Value;

    /// <summary>The Helm of one version of the matrix.</summary>
    internal static string OfVersion(string version) => version == Versions[0]
        ? Own() ?? Setup(Own)!
        : Matrix.Value ? Old(version) : throw new FileNotFoundException(Old(version));

    private static string Old(string version) => Project.In(".tools", $"helm-{version}", "helm");

    private static string? Own() => Project.In(".tools", "bin", "helm") is var path && File.Exists(path) ? path : null;

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "helm.exe" : "helm"))
        .FirstOrDefault(File.Exists);

    // Its own message says what is missing and how to mend it.
    private static string? Setup(Func<string?> then, params string[] arguments)
    {
        new Command(Project.In("scripts", "setup"), arguments).Run();
        return then();
    }
}
