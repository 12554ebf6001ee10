namespace Bernstein.Check.Mends;

/// <summary>Writes a folder with the mends made in it: into a copy, or in its place.</summary>
public static class MendedCopy
{
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>Writes a copy of all that is in the folder, with the mends, into a new directory outside it, or an empty one.</summary>
    public static MendedFolder Write(ManifestFolder folder, IEnumerable<Mend> mends, string directory)
    {
        var isNew = !Directory.Exists(directory);
        var obstacle =
            File.Exists(directory) || (!isNew && Directory.EnumerateFileSystemEntries(directory).Any())
                ? "is not empty: the fixed copy needs a new directory"
            : Whole(directory).StartsWith(Whole(folder.Path), StringComparison.Ordinal)
                ? $"is in {folder.Path}: name a directory outside it"
            : null;
        if (obstacle is not null)
        {
            throw new IOException($"{directory} {obstacle}");
        }

        var (mended, copy) = (MendedFolder.Of(folder, mends), Directory.CreateDirectory(directory));
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
        Replace(mended.Texts.Select(file => (Path: Led(In(file.Key)), Text: file.Value)).DistinctBy(file => file.Path).ToArray());
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
    private static void Replace((string Path, string Text)[] files)
    {
        static string Beside(string path) => $"{path}.mended";
        try
        {
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(Beside(path), text, EncodingOf(path));
                if (File.Exists(path) && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(Beside(path), File.GetUnixFileMode(path));
                }
            }
        }
        catch
        {
            Array.ForEach([.. files.Select(file => Beside(file.Path)).Where(File.Exists)], File.Delete);
            throw;
        }

        Array.ForEach(files, file => File.Move(Beside(file.Path), file.Path, overwrite: true));
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

    // The one that it was read in: a byte-order mark stays.
    private static Encoding EncodingOf(string path)
    {
        using var reader = new StreamReader(File.Exists(path) ? File.OpenRead(path) : Stream.Null, new UTF8Encoding(false));
        reader.Peek();
        return reader.CurrentEncoding;
    }

    private static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
