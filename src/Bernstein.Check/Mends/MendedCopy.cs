using System.Text;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Check.Mends;

/// <summary>A copy of a folder with the mends made in it. The folder itself is never written to.</summary>
public static class MendedCopy
{
    private static readonly UTF8Encoding Plain = new(false);

    /// <summary>Writes the copy.</summary>
    /// <param name="folder">The folder.</param>
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
            throw new IOException($"{directory} is not empty: a mended copy is written into a new directory");
        }

        if (to.StartsWith(from, StringComparison.Ordinal))
        {
            throw new IOException($"{directory} is in {folder.Path}: name a directory outside it");
        }

        var mended = MendedFolder.Of(folder, mends);
        Directory.CreateDirectory(directory);
        foreach (
            var file in Directory.EnumerateFiles(
                folder.Path,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
            )
        )
        {
            var path = Path.GetRelativePath(folder.Path, file).Replace('\\', '/');
            if (!mended.Texts.ContainsKey(path) && new FileInfo(file).Length > 0)
            {
                File.Copy(file, Target(directory, mended.Moves.GetValueOrDefault(path, path)));
            }
        }

        foreach (var (path, text) in mended.Texts.Where(file => file.Value.Length > 0))
        {
            File.WriteAllText(Target(directory, mended.Moves.GetValueOrDefault(path, path)), text, Plain);
        }

        return mended;
    }

    private static string Target(string directory, string path)
    {
        var target = Path.Combine(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }

    private static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
