namespace Bernstein;

/// <summary>A folder that lives as long as a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("bernstein-").FullName;

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    internal string Read(string name) => File.ReadAllText(In(name));

    /// <summary>The names in a folder of it, in their order; none where it is not there.</summary>
    internal string[] Names(string folder) =>
        Directory.Exists(In(folder))
            ?
            [
                .. Directory
                    .EnumerateFileSystemEntries(In(folder))
                    .Select(path => System.IO.Path.GetFileName(path))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Writes a file, with the folders above it.</summary>
    /// <returns>Its path.</returns>
    internal string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text);
        return In(name);
    }

    /// <summary>Writes a program: a script of bash.</summary>
    /// <returns>Its path.</returns>
    internal string Program(string name, string script)
    {
        // Where it is a link, what it leads to stays.
        if (File.Exists(In(name)))
        {
            File.Delete(In(name));
        }

        Write(name, $"#!/usr/bin/env bash\n{script}\n");
        Allow(name, "700");
        return In(name);
    }

    /// <summary>Sets what may be done with a file or a folder in it, where there is such a thing.</summary>
    /// <param name="name">Its name; empty for the folder itself.</param>
    /// <param name="mode">As chmod takes it: three digits.</param>
    internal void Allow(string name, string mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(In(name), (UnixFileMode)Convert.ToInt32(mode, 8));
        }
    }

    /// <summary>Copies parts of the project to the same places.</summary>
    internal void CopyOfProject(params IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            Copy(Project.In(part.Split('/')), part);
        }
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
