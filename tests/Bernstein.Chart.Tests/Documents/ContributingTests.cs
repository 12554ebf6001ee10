using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>What CONTRIBUTING.md says of the folders is so.</summary>
public sealed class ContributingTests
{
    [TestCase("src/Bernstein.Check")]
    [TestCase("tests/Bernstein.Chart.Tests")]
    public void Every_folder_of_sources_is_named(string project)
    {
        var text = File.ReadAllText(Project.In("CONTRIBUTING.md"));
        var folders = Directory
            .EnumerateDirectories(Project.In(project.Split('/')))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any())
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"))
            .ToArray();
        folders.Length.ShouldBeGreaterThan(5);
        folders.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
