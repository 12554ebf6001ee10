using System.Collections.Concurrent;
using System.Text;
using Bernstein.Chart.Tests.Commands;
using Bernstein.Check.Manifests;

namespace Bernstein.Chart.Tests.Helm;

/// <summary>Renders the chart. A rendering is made once for all tests that ask for the same one.</summary>
internal static class BernsteinChart
{
    private static readonly ConcurrentDictionary<ChartOptions, Lazy<CommandResult>> Cache = new();

    /// <summary>As many at a time as there are processors: more would only wait for each other.</summary>
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    /// <summary>A rendering with a fixed password, so that two can be compared.</summary>
    internal const string FixedPassword = "postgres: {password: not-a-secret}\n";

    /// <summary>How many Helm processes have run, and for how long in all.</summary>
    internal static (int Count, TimeSpan Time) Spent
    {
        get
        {
            var done = Cache.Values.Where(result => result.IsValueCreated).Select(result => result.Value.Duration).ToArray();
            return (done.Length, TimeSpan.FromTicks(done.Sum(duration => duration.Ticks)));
        }
    }

    /// <summary>The whole output of <c>helm template</c>.</summary>
    /// <exception cref="CommandException">Helm refused.</exception>
    internal static string Render(ChartOptions options) =>
        TryRender(options) is { ExitCode: 0 } result ? result.Output : throw new CommandException(TryRender(options));

    /// <summary>The output by template: each file as <c>scripts/render</c> names it.</summary>
    internal static ManifestFolder Manifests(ChartOptions options) => new(
        "chart/bernstein",
        [.. Files(Render(options)).Select(file => FolderReader.Parse(file.Key, file.Value)).OrderBy(file => file.Path, StringComparer.Ordinal)]);

    /// <summary>Renders, whatever Helm says to it.</summary>
    internal static CommandResult TryRender(ChartOptions options) => Cache.GetOrAdd(options, key => new Lazy<CommandResult>(() => RunHelm(key))).Value;

    /// <summary>The arguments of <c>helm template</c> for a rendering, with the values in a file: on the command line their types would be guessed.</summary>
    private static CommandResult RunHelm(ChartOptions options)
    {
        using var folder = new TemporaryFolder();
        List<string> arguments = ["template", "bernstein", Project.Chart];
        if (options.Profile is { } profile)
        {
            arguments.AddRange(["--values", Project.In("values", $"{profile}.yaml")]);
        }

        if (options.Values.Length > 0)
        {
            File.WriteAllText(folder.In("values.yaml"), options.Values);
            arguments.AddRange(["--values", folder.In("values.yaml")]);
        }

        if (options.KubernetesVersion is { } version)
        {
            arguments.AddRange(["--kube-version", version]);
        }

        var command = new Command(options.HelmVersion is { } asked ? HelmTool.OfVersion(asked) : HelmTool.Path, arguments);
        Places.Wait();
        try
        {
            var result = command.TryRun();
            Keep(folder, result);
            return result;
        }
        finally
        {
            Places.Release();
        }
    }

    // For scripts/benchmark, which runs the same commands without a test around them: each with its values, in a folder of its own.
    private static void Keep(TemporaryFolder folder, CommandResult result)
    {
        if (Environment.GetEnvironmentVariable("BERNSTEIN_KEEP_COMMANDS") is not { Length: > 0 } kept)
        {
            return;
        }

        var place = Directory.CreateDirectory(Path.Combine(kept, Path.GetFileName(folder.Path))).FullName;
        if (File.Exists(folder.In("values.yaml")))
        {
            File.Copy(folder.In("values.yaml"), Path.Combine(place, "values.yaml"));
        }

        File.WriteAllText(Path.Combine(place, "milliseconds"), $"{result.Duration.TotalMilliseconds:0}\n");
        File.WriteAllText(Path.Combine(place, "command"), result.Line.Replace(folder.Path, place, StringComparison.Ordinal) + "\n");
    }

    /// <summary>The output of <c>helm template</c> by template, without the lines that Helm adds.</summary>
    internal static Dictionary<string, string> Files(string output)
    {
        const string source = "# Source: bernstein/templates/";
        var files = new Dictionary<string, StringBuilder>();
        StringBuilder? current = null;
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith(source, StringComparison.Ordinal))
            {
                var name = line[source.Length..];
                current = files.TryGetValue(name, out var known) ? known.Append("---\n") : files[name] = new StringBuilder();
            }
            else if (line != "---")
            {
                current?.Append(line).Append('\n');
            }
        }

        return files.ToDictionary(file => file.Key, file => file.Value.ToString());
    }
}
