namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>A copy of what scripts/package reads, which git tracks, for a test to change. Made when a test first asks for it.</summary>
internal sealed class WorkingCopy : IDisposable
{
    private readonly Lazy<TemporaryFolder> _folder = new(() =>
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("scripts"));
        foreach (var part in new[] { "chart", "values", "CHANGELOG.md", "LICENSE", "scripts/package", "scripts/release" })
        {
            folder.Copy(Project.In(part.Split('/')), part);
        }

        new Command("git", ["-C", folder.Path, "init", "--quiet"]).Run();
        new Command("git", ["-C", folder.Path, "add", "--all"]).Run();
        return folder;
    });

    /// <summary>The version in Chart.yaml.</summary>
    internal static string Version { get; } = BernsteinChart.VersionOf(Project.Chart);

    /// <summary>Its top.</summary>
    internal string Root => _folder.Value.Path;

    /// <summary>The folder for archives.</summary>
    internal string Output => In("out");

    /// <summary>A path in it.</summary>
    internal string In(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Puts a text into a file of it.</summary>
    internal void Write(string text, params string[] parts) => File.WriteAllText(In(parts), text);

    /// <summary>Packages its chart into <see cref="Output"/>.</summary>
    /// <exception cref="CommandException">The script refused.</exception>
    internal Archive Package(params IReadOnlyList<string> arguments) =>
        new(PackageScript.Run(Root, [Output, .. arguments]).Output.TrimEnd('\n'));

    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }
}
