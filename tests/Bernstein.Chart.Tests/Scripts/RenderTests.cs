namespace Bernstein.Chart.Tests.Scripts;

/// <summary>What scripts/render writes is what the tests of the chart judge; what it says is in Transcripts.</summary>
[NeedsUnix("the shell")]
public sealed class RenderTests : FolderTest
{
    // What the other tests judge is taken apart by BernsteinChart.Files: what is delivered, by the script.
    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void Its_files_are_byte_for_byte_those_that_the_tests_of_the_chart_read(Profile profile)
    {
        new Command(Project.In("scripts", "render"), [Folder.In("manifests"), "-f", profile.Path])
        {
            Environment = new Dictionary<string, string> { ["HELM"] = HelmTool.Path, ["POSTGRES_PASSWORD"] = "not-a-secret" },
        }.Run();
        var options = profile.Options with { Values = profile.Options.Values + "flatFiles: true\n" };
        var written = Directory
            .EnumerateFiles(Folder.In("manifests"))
            .Where(path => Path.GetFileName(path) != ".rendered")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        // A template in a folder of its own is a test of the release, which kubectl apply has no use for.
        written.ShouldBe(BernsteinChart.Files(BernsteinChart.Render(options)).Where(file => !file.Key.Contains('/')), ignoreOrder: true);
        written.Values.ShouldAllBe(text => text.StartsWith("apiVersion: "));
    }
}
