using YamlDotNet.Core;

namespace Bernstein.Check;

/// <summary>What <c>--why</c> does: a page for each file, which is judged in the folder that it stands in.</summary>
internal sealed record WhyCommand(HandIn HandIn, TextWriter Output)
{
    /// <summary>The folder is judged once for each value: no manifest of the application comes near it.</summary>
    private const int MostValues = 5_000;

    /// <summary>Writes the page of a file, or of every file of a folder.</summary>
    /// <returns>What could not be shown, and why: a line each.</returns>
    internal IReadOnlyList<string> Write(string path)
    {
        try
        {
            var (folder, name) = Read(path);
            if (HandIn.WhyNot(folder) is { } reason)
            {
                return [reason];
            }

            var questions = new Questions(HandIn.Assess(folder), HandIn.Assess);
            var files = folder.Files.Where(file => file.Objects.Count > 0 && (name is null || file.Path == name));
            return [.. files.Select(file => Write(folder.PathOf(file.Path), questions, file)).OfType<string>()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [exception.Message];
        }
    }

    // The objects before the place where a text stops being YAML are judged, and nobody knows where their parts are.
    private string? Write(string path, Questions questions, ManifestFile file)
    {
        if (file.Objects.Sum(found => found.Root.Size) > MostValues)
        {
            return $"{path}: more than {MostValues:N0} values, which would take too long: split the file";
        }

        try
        {
            new WhyPage(path, questions.Of(file)).Write(Output);
            return null;
        }
        catch (YamlException exception)
        {
            var remark = file.Remarks.FirstOrDefault(remark => remark.IsFault);
            return $"{path}:{remark?.Location.Line ?? exception.Start.Line}: {remark?.Message ?? exception.Message}";
        }
    }

    private (ManifestFolder Folder, string? Name) Read(string path)
    {
        var above = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        var around = path != HandIn.StandardInput && File.Exists(path) ? FlatFiles.Read(above) : null;
        var name = Path.GetFileName(path);
        return around?.File(name) is { Objects.Count: > 0 } ? (around, name) : (HandIn.Read(path), null);
    }
}
