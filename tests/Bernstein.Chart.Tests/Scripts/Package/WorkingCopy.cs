namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>A copy of what scripts/package reads, which git tracks, for a test to change. Made when a test first asks for it.</summary>
internal sealed class WorkingCopy : IDisposable
{
    /// <summary>The file that says the version.</summary>
    internal const string Chart = "chart/bernstein/Chart.yaml";

    internal const string Changelog = "CHANGELOG.md";

    private static readonly Dictionary<string, string> Author = new[]
    {
        "AUTHOR_NAME",
        "AUTHOR_EMAIL",
        "COMMITTER_NAME",
        "COMMITTER_EMAIL",
    }.ToDictionary(name => $"GIT_{name}", _ => "a@example.org");

    private readonly Lazy<TemporaryFolder> _folder = new(() =>
    {
        var folder = new TemporaryFolder();
        folder.CopyOfProject("chart", "values", Changelog, "LICENSE", "scripts/package", "scripts/release");
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

    internal string In(string path) => _folder.Value.In(path);

    internal string Read(string path) => _folder.Value.Read(path);

    internal string Write(string path, string text) => _folder.Value.Write(path, text);

    /// <summary>Puts one text in the place of another, which must be there.</summary>
    internal void Edit(string path, string from, string to)
    {
        Read(path).ShouldContain(from);
        Write(path, Read(path).Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Writes a CHANGELOG.md whose newest section is that of the version.</summary>
    internal void WriteSection(string day, string content = "### Added\n\n- all") =>
        Write(Changelog, $"## [{Version}] - {day}\n\n{content}\n");

    /// <summary>Asks git.</summary>
    internal string Git(params string[] arguments) =>
        new Command("git", ["-C", Root, .. arguments]) { Environment = Author }
            .Run()
            .Output.Trim();

    internal void Commit()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", "All");
    }

    /// <summary>scripts/release of this copy.</summary>
    internal CommandResult Release(params string[] arguments) =>
        new Command(In("scripts/release"), arguments) { Environment = Author }.TryRun();

    /// <summary>Packages its chart into <see cref="Output"/>.</summary>
    /// <exception cref="CommandException">The script refused.</exception>
    internal Archive Package(params IReadOnlyList<string> arguments) =>
        new(PackageScript.Of(Root, [Output, .. arguments]).Run().Output.TrimEnd('\n'));

    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }
}
