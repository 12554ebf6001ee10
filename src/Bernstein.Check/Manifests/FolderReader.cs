using System.Text;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Manifests;

/// <summary>
/// Reads the manifests of a folder. Never throws for what it finds there, and never reads without bound: what can't be read, and what
/// is no manifest, becomes a <see cref="Remark"/>.
/// </summary>
internal static class FolderReader
{
    /// <summary>No manifest comes near it, and a reader that stops here is never slow.</summary>
    private const int MostBytes = 1 << 20;
    private const int MostBytesInAll = 2 << 20;
    private const int MostFiles = 1_000;

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="manifests">The files at its top of which every document is meant to be an object.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    internal static ManifestFolder Read(string folder, IReadOnlyCollection<string> manifests)
    {
        var top = new DirectoryInfo(folder);
        if (!top.Exists)
        {
            throw new DirectoryNotFoundException($"there is no folder {folder}");
        }

        var files = new List<ManifestFile>();
        var bytes = 0L;
        foreach (var (path, file, leftOut) in Find(top, top, ""))
        {
            bytes += leftOut is null ? file!.Length : 0;
            if (files.Count == MostFiles || bytes > MostBytesInAll)
            {
                var message = $"left out with all that follow: more than {MostFiles} files or {MostBytesInAll >> 20} MiB";
                files.Add(new ManifestFile(path, [], [new Remark(new Location(path, 1), message, IsFault: true)]));
                break;
            }

            files.Add(leftOut ?? ReadFile(file!, path, manifests.Contains(path)));
        }

        return new ManifestFolder(folder, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    // Links are followed to files within the folder only, and never to folders: a link can't lead out, nor round in a circle.
    private static IEnumerable<(string Path, FileInfo? File, ManifestFile? LeftOut)> Find(
        DirectoryInfo top,
        DirectoryInfo folder,
        string prefix
    )
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (entry.Name.StartsWith('.') || entry.Name == "node_modules")
            {
                continue;
            }

            if (entry is DirectoryInfo { LinkTarget: not null })
            {
                yield return (path, null, ManifestFile.LeftOut(path, "a link to a folder", isFault: false));
            }
            else if (entry is DirectoryInfo inner)
            {
                foreach (var found in Find(top, inner, path + "/"))
                {
                    yield return found;
                }
            }
            else if (entry.Extension is ".yaml" or ".yml" or ".json")
            {
                yield return (path, (FileInfo)entry, WhyNot((FileInfo)entry, top, path));
            }
        }
    }

    private static ManifestFile? WhyNot(FileInfo file, DirectoryInfo top, string path)
    {
        if (file.LinkTarget is not null)
        {
            if (Target(file) is not { Exists: true } target)
            {
                return ManifestFile.LeftOut(path, "a link that leads to no file");
            }

            var inside = Path.TrimEndingDirectorySeparator(top.FullName) + Path.DirectorySeparatorChar;
            if (!target.FullName.StartsWith(inside, StringComparison.Ordinal))
            {
                return ManifestFile.LeftOut(path, "a link out of the folder");
            }

            file = target;
        }

        // A pipe or a device has no length either, and is never opened.
        return file.Length == 0 ? ManifestFile.LeftOut(path, "empty", isFault: false)
            : file.Length > MostBytes ? ManifestFile.LeftOut(path, $"larger than {MostBytes / 1024} KiB")
            : null;
    }

    private static FileInfo? Target(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static ManifestFile ReadFile(FileInfo file, string path, bool isManifest)
    {
        try
        {
            return ManifestReader.Read(path, Decode(File.ReadAllBytes(file.FullName)), isManifest);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ManifestFile.LeftOut(path, "it can't be opened");
        }
        catch (DecoderFallbackException)
        {
            return ManifestFile.LeftOut(path, "not a text in UTF-8");
        }
    }

    // A byte-order mark says which of the encodings that YAML allows it is; without one it is UTF-8.
    private static string Decode(byte[] content)
    {
        Encoding encoding = content switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true),
            _ => new UTF8Encoding(true, throwOnInvalidBytes: true),
        };
        var text = encoding.GetString(content).TrimStart('\uFEFF');
        return text.Contains('\0') ? throw new DecoderFallbackException("binary") : text;
    }
}
