namespace Bernstein.Chart.Tests.Documents;

/// <summary>What CONTRIBUTING.md says of the folders is so.</summary>
public sealed class ContributingTests
{
    [TestCase("src/Bernstein.Kubernetes", 8)]
    [TestCase("src/Bernstein.Check", 4)]
    [TestCase("tests/Bernstein.Chart.Tests", 6)]
    public void Every_folder_of_sources_is_named(string project, int least)
    {
        var text = File.ReadAllText(Project.In("CONTRIBUTING.md"));
        var folders = Directory
            .EnumerateDirectories(Project.In(project.Split('/')))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any())
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"))
            .ToArray();
        folders.Length.ShouldBeGreaterThanOrEqualTo(least);
        folders.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
