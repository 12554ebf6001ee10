namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/derive-schemas: the API types in the repository are those that it derives.</summary>
[NeedsUnix("the shell")]
public sealed class DeriveSchemasTests
{
    [Test]
    [Needs("openssl")]
    public void The_types_are_what_the_script_derives()
    {
        using var folder = new TemporaryFolder();
        var result = NpmRegistry.TryRun(new Command(Project.In("scripts", "derive-schemas"), [folder.Path]));
        result.ExitCode.ShouldBe(0, result.Error);

        var derived = Directory.GetFiles(folder.Path);
        derived.Length.ShouldBe(3);
        foreach (var path in derived)
        {
            File.ReadAllText(path)
                .ShouldBe(
                    File.ReadAllText(Project.In("src", "Bernstein.Kubernetes", "Types", Path.GetFileName(path))),
                    Path.GetFileName(path)
                );
        }
    }
}
