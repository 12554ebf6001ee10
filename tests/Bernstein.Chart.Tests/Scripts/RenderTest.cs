namespace Bernstein.Chart.Tests.Scripts;

/// <summary>What the tests of scripts/render have in common.</summary>
[NeedsUnix("the shell")]
public abstract class RenderTest : FolderTest
{
    /// <summary>What it writes into a new folder: written once for all the tests that begin where it has ended.</summary>
    private protected static Lazy<Dictionary<string, string>> Rendered { get; } =
        new(() =>
        {
            using var folder = new TemporaryFolder();
            Command(folder, [folder.In("manifests")]).Run();
            return Contents(folder);
        });

    private protected string Manifests => Folder.In("manifests");

    private protected void BeginRendered()
    {
        foreach (var (name, text) in Rendered.Value)
        {
            Folder.Write($"manifests/{name}", text);
        }
    }

    private protected CommandResult Render(string[] options, params (string Name, string Value)[] environment) =>
        Command(Folder, [Manifests, .. options], environment).Run();

    private protected static Command Command(
        TemporaryFolder folder,
        string[] arguments,
        params (string Name, string Value)[] environment
    ) =>
        new(Project.In("scripts", "render"), arguments)
        {
            WorkingDirectory = folder.Path,
            Environment = environment.Append((Name: "HELM", Value: HelmTool.Path)).ToDictionary(pair => pair.Name, pair => pair.Value),
        };

    private protected static Dictionary<string, string> Contents(TemporaryFolder folder) =>
        folder.Names("manifests").ToDictionary(name => name, name => folder.Read($"manifests/{name}"));
}
