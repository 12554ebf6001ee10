using Bernstein.Check.Application;
using Bernstein.Check.Why;
using Bernstein.Kubernetes.Manifests;
using YamlDotNet.Core;

namespace Bernstein.Check;

/// <summary>What <c>--why</c> does: a page for each file, which is judged in the folder that it stands in.</summary>
/// <param name="HandIn">How a folder is judged.</param>
/// <param name="Output">Where the pages go.</param>
internal sealed record WhyCommand(HandIn HandIn, TextWriter Output)
{
    /// <summary>Writes the page of a file, or of every file of a folder.</summary>
    /// <returns>Why it could not be done; null where it was.</returns>
    internal string? Write(string path)
    {
        try
        {
            var (folder, name) = Read(path);
            if (HandIn.WhyNot(folder) is { } reason)
            {
                return reason;
            }

            var questions = new Questions(HandIn.Assess(folder), HandIn.Assess);
            foreach (var file in folder.Files.Where(file => file.Objects.Count > 0 && (name is null || file.Path == name)))
            {
                new WhyPage(folder.PathOf(file.Path), questions.Of(file)).Write(Output);
                Output.WriteLine();
            }

            return null;
        }
        catch (YamlException exception)
        {
            return $"{path}, line {exception.Start.Line}: {exception.Message}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private (ManifestFolder Folder, string? Name) Read(string path)
    {
        if (path == HandIn.StandardInput || !File.Exists(path))
        {
            return (HandIn.Read(path), null);
        }

        var around = FlatFiles.Read(System.IO.Path.GetDirectoryName(path) is { Length: > 0 } above ? above : ".");
        var name = System.IO.Path.GetFileName(path);
        return around.File(name) is { Objects.Count: > 0 } ? (around, name) : (HandIn.Read(path), null);
    }
}
