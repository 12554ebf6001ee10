namespace Bernstein.Check.Tests;

/// <summary>A command line, the folder that meets everything, and one that is broken in one place.</summary>
public abstract class CommandTest : FolderTest
{
    protected static string Reference => Project.In("src", "Bernstein.Check", "Example");

    protected string Broken => Folder.In("broken");

    [SetUp]
    public void Write()
    {
        foreach (var (name, text) in Sample.Reference.With("poll.deployment.yaml", "memory: 128M", "memory: 128Mi").Files)
        {
            Folder.Write($"broken/{name}", text);
        }
    }

    internal static (int ExitCode, string Output, string Error) Check(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = new CheckCommand(output, error).Run(arguments);
        return (exitCode, output.ToString(), error.ToString());
    }
}
