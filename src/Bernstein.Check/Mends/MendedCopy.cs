namespace Bernstein.Check.Mends;

/// <summary>Writes a folder with the mends made in it: into a copy, or in its place.</summary>
public static class MendedCopy
{
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>Writes a copy: every file of the folder is in it, with the mends or as it was.</summary>
    /// <param name="folder">The folder, which is not written to.</param>
    /// <param name="mends">The mends of what was found in it.</param>
    /// <param name="directory">Where: a new directory, or an empty one, outside the folder.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="IOException">The directory holds something, or is in the folder, or can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
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
        Directory.CreateDirectory(directory);
        Copy(new DirectoryInfo(folder.Path), "", path => Path.Combine(directory, mended.Moves.GetValueOrDefault(path, path)), mended);
        foreach (var (path, text) in mended.Texts)
        {
            WriteText(
                Path.Combine(directory, mended.Moves.GetValueOrDefault(path, path)),
                text,
                EncodingOf(Path.Combine(folder.Path, path))
            );
        }

        return mended;
    }

    /// <summary>Writes the mends into the folder itself.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mends">The mends of what was found in it.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="IOException">A file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file can't be written.</exception>
    public static MendedFolder WriteInPlace(ManifestFolder folder, IEnumerable<Mend> mends)
    {
        var mended = MendedFolder.Of(folder, mends);
        foreach (var (path, text) in mended.Texts)
        {
            var file = Path.Combine(folder.Path, path);
            WriteText(file, text, EncodingOf(file));
        }

        // By a name in between: two may exchange theirs.
        var moves = mended
            .Moves.Select(move => (From: Path.Combine(folder.Path, move.Key), To: Path.Combine(folder.Path, move.Value)))
            .ToArray();
        foreach (var (from, _) in moves)
        {
            File.Move(from, $"{from}.moved");
        }

        foreach (var (from, to) in moves)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move($"{from}.moved", to);
        }

        return mended;
    }

    // A link stays a link: what it leads to is in the copy too, where it is in the folder.
    private static void Copy(DirectoryInfo folder, string prefix, Func<string, string> target, MendedFolder mended)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is { } link && !mended.Texts.ContainsKey(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target(path))!);
                File.CreateSymbolicLink(target(path), link);
            }
            else if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                Directory.CreateDirectory(target(path));
                Copy(inner, path + "/", target, mended);
            }
            else if (entry is FileInfo file && !mended.Texts.ContainsKey(path) && FileReader.IsFile(file))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target(path))!);
                file.CopyTo(target(path));
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
        Span<byte> begin = stackalloc byte[3];
        if (!File.Exists(path))
        {
            return new UTF8Encoding(false);
        }

        using var file = File.OpenRead(path);
        return begin[..file.Read(begin)] switch
        {
            [0xEF, 0xBB, 0xBF] => new UTF8Encoding(true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => new UTF8Encoding(false),
        };
    }

    private static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
