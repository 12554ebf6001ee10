namespace Bernstein.Check.Tests;

/// <summary>A command line, the folder that meets everything, and one that is broken in one place.</summary>
public abstract class CommandTest
{
    private protected TemporaryFolder Folder { get; } = new();

    protected static string Reference => Project.In("src", "Bernstein.Check", "Example");

    protected string Broken => Folder.In("broken");

    [SetUp]
    public void Write()
    {
        Directory.CreateDirectory(Broken);
        var broken = Sample.Reference.With("poll.deployment.yaml", "memory: 128M", "memory: 128Mi");
        foreach (var (name, text) in broken.Files)
        {
            File.WriteAllText(Path.Combine(Broken, name), text);
        }
    }

    [TearDown]
    public void Remove() => Folder.Dispose();

    protected void Copy(string folder, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folder.In(name))!);
        Folder.Copy(folder, name);
    }

    protected static (int ExitCode, string Output, string Error) Check(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = new CheckCommand(output, error).Run(arguments);
        return (exitCode, output.ToString(), error.ToString());
    }
}
