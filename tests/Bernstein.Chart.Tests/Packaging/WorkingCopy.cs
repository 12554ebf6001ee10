using Bernstein.Chart.Tests.Commands;
using Bernstein.Check.Manifests;

namespace Bernstein.Chart.Tests.Packaging;

/// <summary>A copy of what scripts/package reads, for a test to change.</summary>
internal sealed class WorkingCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal WorkingCopy()
    {
        Directory.CreateDirectory(In("scripts"));
        new Command("cp", ["-R", Project.In("chart"), Project.In("CHANGELOG.md"), Project.In("LICENSE"), _folder.Path]).Run();
        new Command("cp", [Project.In("scripts", "package"), In("scripts")]).Run();
    }

    /// <summary>The version in Chart.yaml.</summary>
    internal static string Version { get; } =
        YamlReader.Read("Chart.yaml", File.ReadAllText(Path.Combine(Project.Chart, "Chart.yaml"))).Documents.Single()["version"].Text!;

    /// <summary>Its top.</summary>
    internal string Root => _folder.Path;

    /// <summary>The folder for archives.</summary>
    internal string Output => In("out");

    /// <summary>A path in it.</summary>
    internal string In(params string[] parts) => Path.Combine([_folder.Path, .. parts]);

    /// <summary>Puts a text into a file of it.</summary>
    internal void Write(string text, params string[] parts) => File.WriteAllText(In(parts), text);

    /// <summary>Packages its chart into <see cref="Output"/>.</summary>
    /// <exception cref="CommandException">The script refused.</exception>
    internal Archive Package(params IReadOnlyList<string> arguments) => new(PackageScript.Run(Root, [Output, .. arguments]).Output.TrimEnd('\n'));

    public void Dispose() => _folder.Dispose();
}
