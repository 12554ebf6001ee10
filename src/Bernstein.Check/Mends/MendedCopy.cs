namespace Bernstein.Check.Mends;

/// <summary>Writes a folder with the mends made in it: into a copy, or in its place.</summary>
public static class MendedCopy
{
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>Writes a copy of all that is in the folder, with the mends, into a new directory outside it, or an empty one.</summary>
    public static MendedFolder Write(ManifestFolder folder, IEnumerable<Mend> mends, string directory)
    {
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
        {
            throw new IOException($"{directory} is not empty: the fixed copy needs a new directory");
        }

        if (Whole(directory).StartsWith(Whole(folder.Path), StringComparison.Ordinal))
        {
            throw new IOException($"{directory} is in {folder.Path}: name a directory outside it");
        }

        var (mended, isNew) = (MendedFolder.Of(folder, mends), !Directory.Exists(directory));
        var copy = Directory.CreateDirectory(directory);
        bool IsMended(string path) => mended.Texts.ContainsKey(Path.GetRelativePath(folder.Path, path).Replace('\\', '/'));
        try
        {
            Copy(new DirectoryInfo(folder.Path), directory, IsMended);
            WriteInPlace(mended, directory);
            return mended;
        }
        catch
        {
            // Half a folder would be taken for a whole one.
            foreach (var entry in copy.EnumerateFileSystemInfos("*", Everything))
            {
                (entry as DirectoryInfo)?.Delete(recursive: true);
                (entry as FileInfo)?.Delete();
            }

            if (isNew)
            {
                copy.Delete();
            }

            throw;
        }
    }

    /// <summary>Writes the mends into the folder itself.</summary>
    public static MendedFolder WriteInPlace(ManifestFolder folder, IEnumerable<Mend> mends)
    {
        var mended = MendedFolder.Of(folder, mends);
        WriteInPlace(mended, folder.Path);
        return mended;
    }

    private static void WriteInPlace(MendedFolder mended, string folder)
    {
        string In(string path) => Path.Combine(folder, path);
        // A file and a link to it are one.
        var texts = mended.Texts.Select(file => (Path: Led(In(file.Key)), file.Value)).DistinctBy(file => file.Path);
        foreach (var (from, to) in Written(texts.ToDictionary()))
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

    // A link stays a link, unless what it leads to is mended: it may lead to a file that is not in the copy.
    private static void Copy(DirectoryInfo folder, string to, Func<string, bool> isMended)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
        {
            var path = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link && !isMended(entry.FullName))
            {
                File.CreateSymbolicLink(path, link);
            }
            else if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                Copy(inner, path, isMended);
            }
            else if (entry is FileInfo file && FileReader.IsFile(file))
            {
                File.Copy(file.FullName, path);
            }
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
