namespace Bernstein.Check.Mends;

/// <summary>Writes a folder with the mends made in it: into a copy, or in its place.</summary>
public static class MendedCopy
{
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>
    /// Writes a copy into a new directory, or an empty one, outside the folder: every file of the folder is in it, with the mends or as it was.
    /// </summary>
    public static MendedFolder Write(ManifestFolder folder, IEnumerable<Mend> mends, string directory)
    {
        var (from, to) = (Whole(folder.Path), Whole(directory));
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
        {
            throw new IOException($"{directory} is not empty: the fixed copy needs a new directory");
        }

        if (to.StartsWith(from, StringComparison.Ordinal))
        {
            throw new IOException($"{directory} is in {folder.Path}: name a directory outside it");
        }

        var mended = MendedFolder.Of(folder, mends);
        string Target(string path) => Path.Combine(directory, mended.Moves.GetValueOrDefault(path, path));
        var isNew = !Directory.Exists(directory);
        Directory.CreateDirectory(directory);
        try
        {
            Copy(new DirectoryInfo(folder.Path), "", Target, mended);
            foreach (var (path, text) in mended.Texts)
            {
                WriteText(Target(path), text, EncodingOf(Path.Combine(folder.Path, path)));
            }
        }
        catch
        {
            Clear(new DirectoryInfo(directory), isNew);
            throw;
        }

        return mended;
    }

    // Half a folder would be taken for a whole one.
    private static void Clear(DirectoryInfo directory, bool isNew)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos("*", Everything))
        {
            (entry as DirectoryInfo)?.Delete(recursive: true);
            (entry as FileInfo)?.Delete();
        }

        if (isNew)
        {
            directory.Delete();
        }
    }

    /// <summary>Writes the mends into the folder itself.</summary>
    public static MendedFolder WriteInPlace(ManifestFolder folder, IEnumerable<Mend> mends)
    {
        var mended = MendedFolder.Of(folder, mends);
        string In(string path) => Path.Combine(folder.Path, path);
        foreach (var (from, to) in Written(mended.Texts.ToDictionary(file => Led(In(file.Key)), file => file.Value)))
        {
            File.Move(from, to, overwrite: true);
        }

        // By a name in between: two may exchange theirs.
        var moves = mended.Moves.Select(move => (From: In(move.Key), Between: $"{In(move.Key)}.moved", To: In(move.Value))).ToArray();
        Array.ForEach(moves, move => File.Move(move.From, move.Between));
        foreach (var (_, between, to) in moves)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(between, to);
        }

        return mended;
    }

    // All are written before the first takes the place of a file that is there, and whoever may read that one may read the new one.
    private static (string From, string To)[] Written(Dictionary<string, string> texts)
    {
        var files = texts.Keys.Select(path => (From: $"{path}.mended", To: path)).ToArray();
        try
        {
            foreach (var (from, to) in files)
            {
                WriteText(from, texts[to], EncodingOf(to));
                if (File.Exists(to) && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(from, File.GetUnixFileMode(to));
                }
            }
        }
        catch
        {
            foreach (var (from, _) in files.Where(file => File.Exists(file.From)))
            {
                File.Delete(from);
            }

            throw;
        }

        return files;
    }

    // What a link leads to.
    private static string Led(string path) => File.Exists(path) ? new FileInfo(path).ResolveLinkTarget(true)?.FullName ?? path : path;

    // A link stays a link: what it leads to is in the copy too, where it is in the folder.
    private static void Copy(DirectoryInfo folder, string prefix, Func<string, string> target, MendedFolder mended)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
        {
            var (path, to) = (prefix + entry.Name, target(prefix + entry.Name));
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                Directory.CreateDirectory(to);
                Copy(inner, path + "/", target, mended);
            }
            else if (!mended.Texts.ContainsKey(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                CopyOne(entry, to);
            }
        }
    }

    private static void CopyOne(FileSystemInfo entry, string to)
    {
        if (entry.LinkTarget is { } link)
        {
            File.CreateSymbolicLink(to, link);
        }
        else if (entry is FileInfo file && FileReader.IsFile(file))
        {
            file.CopyTo(to);
        }
    }

    private static void WriteText(string path, string text, Encoding encoding)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, encoding);
    }

    // The one that it was read in: a byte-order mark stays.
    private static Encoding EncodingOf(string path)
    {
        using var reader = new StreamReader(File.Exists(path) ? File.OpenRead(path) : Stream.Null, new UTF8Encoding(false));
        reader.Peek();
        return reader.CurrentEncoding;
    }

    private static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
