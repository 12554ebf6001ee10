using System.Runtime.InteropServices;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>Finds the Helm programs, and runs them: as many at a time as there are processors, since more would only wait for each other.</summary>
internal static class HelmTool
{
    /// <summary>The versions of the matrix, the newest first; what <c>scripts/setup --all</c> brings.</summary>
    internal static IReadOnlyList<string> Versions { get; } = ["4.1.4", "3.17.3", "3.16.4", "3.11.1", "3.9.4"];

    private static readonly Lazy<string> Default = new(Find);

    private static readonly Lazy<CommandResult> SetupOfAll = new(() => Setup("--all"));

    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    private static readonly ConcurrentQueue<CommandResult> Done = new();

    /// <summary>The Helm to use: <c>$HELM</c>, else the project's own, else the one on PATH, else the one that scripts/setup brings.</summary>
    internal static string Path => Default.Value;

    /// <summary>Every run of Helm so far.</summary>
    internal static IReadOnlyCollection<CommandResult> Runs => Done;

    /// <summary>Runs Helm, whatever it ends with.</summary>
    internal static CommandResult TryRun(string? version, params IReadOnlyList<string> arguments)
    {
        var command = new Command(version is null ? Path : OfVersion(version), arguments);
        Places.Wait();
        try
        {
            var result = command.TryRun();
            Done.Enqueue(result);
            return result;
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary>Whether the chart is known to work with a Helm, by what <c>helm version</c> says of itself.</summary>
    internal static bool IsNewEnough(string version) =>
        Version.TryParse(version.TrimStart('v').Split('-', '+')[0], out var parsed) && parsed >= new Version(3, 9);

    /// <summary>Whether the Helm that is there is that of a version of the matrix: the project's own is that of the newest.</summary>
    internal static bool IsOwn(string version) => version == Versions[0] && Path == Project.In(".tools", "bin", "helm");

    /// <summary>The Helm of one version of the matrix.</summary>
    internal static string OfVersion(string version)
    {
        var path = version == Versions[0] ? Project.In(".tools", "bin", "helm") : Project.In(".tools", $"helm-{version}", "helm");
        if (!File.Exists(path) && !IsBroughtHere)
        {
            Assert.Ignore($"scripts/setup brings Helm {version} for Linux amd64 only");
        }

        return File.Exists(path) || SetupOfAll.Value.ExitCode == 0
            ? path
            : throw new FileNotFoundException("scripts/setup --all did not bring it", path);
    }

    /// <summary>Whether scripts/setup can bring a Helm to this machine.</summary>
    private static bool IsBroughtHere => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    private static string Find()
    {
        if ((Named() ?? Own() ?? OnPath()) is { } found)
        {
            return found;
        }

        if (!IsBroughtHere)
        {
            throw new FileNotFoundException(
                "there is no Helm 3.9 or later: install it (https://helm.sh/docs/intro/install/) and put it on PATH, or name it in $HELM"
            );
        }

        Setup();
        return Own() ?? throw new FileNotFoundException("scripts/setup ended well and yet there is no Helm in .tools/bin");
    }

    private static string? Named() =>
        Environment.GetEnvironmentVariable("HELM") switch
        {
            null or "" => null,
            var path when IsNewEnough(VersionOf(path)) => path,
            var path => throw new NotSupportedException(
                $"$HELM is {path}, which says that it is version «{VersionOf(path)}»: name Helm 3.9 or later"
            ),
        };

    private static string? Own() => Project.In(".tools", "bin", "helm") is var path && File.Exists(path) ? path : null;

    private static string? OnPath() => SearchPath.Find("helm").FirstOrDefault(path => IsNewEnough(VersionOf(path)));

    private static string VersionOf(string path) => new Command(path, ["version", "--template", "{{.Version}}"]).TryRun().Output.Trim();

    // Its own message says what is missing and how to mend it.
    private static CommandResult Setup(params string[] arguments) => new Command(Project.In("scripts", "setup"), arguments).Run();
}
