using System.Formats.Tar;

namespace Bernstein.Kubernetes.Manifests;

/// <summary>Reads one file. Never throws for what it holds, and never reads without bound: what can't be read becomes a remark.</summary>
public static class FileReader
{
    // More than the largest manifests that projects publish in one file (Argo CD, kube-prometheus); a reader that stops here is never slow.
    private const int MostBytes = 8 << 20;

    private const string Empty = "empty";

    private static string TooLarge => $"larger than {MostBytes >> 20} MiB";

    /// <summary>Why a file, or what a link at the path leads to, is not opened; null where it is.</summary>
    internal static ManifestFile? WhyNot(FileInfo file, string path) =>
        file.Length == 0 ? ManifestFile.LeftOut(path, WhatIsEmpty(file.FullName), isFault: false)
        : file.Length > MostBytes ? ManifestFile.TooMuch(path, TooLarge)
        : null;

    /// <summary>Whether it is a file, and no pipe, device or socket, which no copy can be made of.</summary>
    public static bool IsFile(FileInfo file) => file.Length > 0 || WhatIsEmpty(file.FullName) == Empty;

    internal static ManifestFile Read(FileInfo file, string path, bool isManifest)
    {
        try
        {
            using var stream = file.OpenRead();
            return Read(stream, path, isManifest);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ManifestFile.LeftOut(path, "it can't be opened");
        }
    }

    internal static ManifestFile Read(Stream stream, string path, bool isManifest)
    {
        var buffer = new byte[1 + (stream is { CanSeek: true, Length: > 0 and < MostBytes } ? stream.Length : MostBytes)];
        var content = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        try
        {
            return content.Length switch
            {
                0 => ManifestFile.LeftOut(path, Empty, isFault: false),
                > MostBytes => ManifestFile.TooMuch(path, TooLarge),
                _ => ManifestReader.Read(path, Decode(content), isManifest) with { HasMark = content is [0xEF, 0xBB, 0xBF, ..] },
            };
        }
        catch (DecoderFallbackException)
        {
            return ManifestFile.LeftOut(path, "not a text in UTF-8");
        }
    }

    // A byte-order mark says which of the encodings that YAML allows it is; without one it is UTF-8.
    private static string Decode(ReadOnlySpan<byte> content)
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

    // A pipe has no length either, and whoever opens one waits. .NET tells it from a file where it packs an archive, from the status alone.
    private static string WhatIsEmpty(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, leaveOpen: true);
            writer.WriteEntry(path, "entry");
            archive.Position = 0;
            using var reader = new TarReader(archive, leaveOpen: true);
            return reader.GetNextEntry()?.EntryType switch
            {
                TarEntryType.Fifo => "a pipe, and no file",
                TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device, and no file",
                _ => Empty,
            };
        }
        catch (UnauthorizedAccessException)
        {
            return "it can't be opened";
        }
        catch (IOException)
        {
            return "a socket, and no file";
        }
    }
}
