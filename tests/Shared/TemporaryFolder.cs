namespace Bernstein;

/// <summary>A folder that lives as long as a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("bernstein-").FullName;

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    internal string Read(string name) => File.ReadAllText(In(name));

    /// <summary>Writes a file, with the folders above it.</summary>
    /// <returns>Its path.</returns>
    internal string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text);
        return In(name);
    }

    /// <summary>Copies a file, or a folder with all that is in it, into this one.</summary>
    /// <param name="source">What is copied.</param>
    /// <param name="name">The name of the copy; null for the one that it has.</param>
    /// <returns>The path of the copy.</returns>
    internal string Copy(string source, string? name = null)
    {
        var target = In(name ?? System.IO.Path.GetFileName(source));
        foreach (var path in File.Exists(source) ? [source] : Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = path == source ? target : System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, path));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        return target;
    }

    /// <summary>Deletes it, with the folders in it that a test has closed: to their own user too, unless that is root.</summary>
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var folder in new DirectoryInfo(Path).EnumerateDirectories().Where(folder => folder.LinkTarget is null))
            {
                folder.UnixFileMode |= UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }
        }

        Directory.Delete(Path, recursive: true);
    }
}
