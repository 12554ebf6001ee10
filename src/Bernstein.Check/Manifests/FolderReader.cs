using System.Text;

namespace Bernstein.Check.Manifests;

/// <summary>
/// Reads the manifests of a folder. Never throws for what it finds there, and never reads without bound: what can't be read, and what
/// is no manifest, becomes a <see cref="Remark"/>.
/// </summary>
public static class FolderReader
{
    /// <summary>No manifest comes near it, and a reader that stops here is never slow.</summary>
    private const int MostBytes = 1 << 20;
    private const int MostBytesInAll = 2 << 20;
    private const int MostFiles = 1_000;

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>Configuration of tools that looks like a Kubernetes object and is applied to no cluster, by API group.</summary>
    private static readonly string[] ClientGroups =
    [
        "kind.x-k8s.io",
        "k3d.io",
        "kustomize.config.k8s.io",
        "kubeadm.k8s.io",
        "kubelet.config.k8s.io",
        "kubeproxy.config.k8s.io",
        "minikube.sigs.k8s.io",
        "skaffold",
        "client.authentication.k8s.io",
        "ctlptl.dev",
    ];

    /// <summary>Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder and its sub-folders.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static ManifestFolder Read(string folder)
    {
        var top = new DirectoryInfo(folder);
        if (!top.Exists)
        {
            throw new DirectoryNotFoundException($"there is no folder {folder}");
        }

        var files = new List<ManifestFile>();
        var bytes = 0L;
        foreach (var (path, file, remark) in Find(top, top, ""))
        {
            bytes += remark is null ? file!.Length : 0;
            if (files.Count == MostFiles || bytes > MostBytesInAll)
            {
                files.Add(
                    Only(
                        new Remark(
                            new Location(path, 1),
                            $"left out with all that follow: more than {MostFiles} files or {MostBytesInAll >> 20} MiB",
                            IsFault: true
                        )
                    )
                );
                break;
            }

            files.Add(remark is null ? ReadFile(file!, path) : Only(remark));
        }

        return new ManifestFolder(folder, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Reads the text of one manifest file.</summary>
    /// <param name="path">The path that locations name.</param>
    /// <param name="text">Its content.</param>
    public static ManifestFile Parse(string path, string text)
    {
        var isFlat = FlatFiles.Names.Contains(path);
        var isTemplate = !isFlat && text.Contains("{{", StringComparison.Ordinal);
        var (documents, remark) = YamlReader.Read(path, text);
        if (isTemplate && (remark is not null || documents.Any(document => document is not Mapping)))
        {
            return Only(
                new Remark(
                    new Location(path, remark?.Location.Line ?? 1),
                    "left out: a template that was never rendered (helm template renders it)",
                    IsFault: false
                )
            );
        }

        if (remark is not null && path.EndsWith(".json", StringComparison.Ordinal))
        {
            return new ManifestFile(path, [], []);
        }

        var objects = new List<KubernetesObject>();
        var remarks = new List<Remark>();
        foreach (var document in documents.Where(document => document.IsSet))
        {
            if (IsObject(document, isFlat))
            {
                objects.AddRange(Unwrap(document));
            }
            else if (!path.EndsWith(".json", StringComparison.Ordinal))
            {
                remarks.Add(new Remark(document.Location, "left out: no Kubernetes object", IsFault: false));
            }
        }

        if (remark is not null)
        {
            remarks.Add(remark);
        }

        return new ManifestFile(path, objects, remarks);
    }

    // Links are followed to files within the folder only, and never to folders: a link can't lead out, nor round in a circle.
    private static IEnumerable<(string Path, FileInfo? File, Remark? Remark)> Find(DirectoryInfo top, DirectoryInfo folder, string prefix)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (entry.Name.StartsWith('.') || entry.Name == "node_modules")
            {
                continue;
            }

            if (entry is DirectoryInfo inner)
            {
                if (inner.LinkTarget is not null)
                {
                    yield return (path, null, new Remark(new Location(path, 1), "left out: a link to a folder", IsFault: false));
                    continue;
                }

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

    private static Remark? WhyNot(FileInfo file, DirectoryInfo top, string path)
    {
        Remark Left(string reason, bool isFault = true) => new(new Location(path, 1), $"left out: {reason}", isFault);
        if (file.LinkTarget is not null)
        {
            if (Target(file) is not { Exists: true } target)
            {
                return Left("a link that leads to no file");
            }

            if (
                !target.FullName.StartsWith(
                    Path.TrimEndingDirectorySeparator(top.FullName) + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
            )
            {
                return Left("a link out of the folder");
            }

            file = target;
        }

        // A pipe or a device has no length either, and is never opened.
        return file.Length == 0 ? Left("empty", isFault: false)
            : file.Length > MostBytes ? Left($"larger than {MostBytes / 1024} KiB")
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

    private static ManifestFile ReadFile(FileInfo file, string path)
    {
        try
        {
            return Parse(path, Decode(File.ReadAllBytes(file.FullName)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Only(new Remark(new Location(path, 1), "left out: it can't be opened", IsFault: true));
        }
        catch (DecoderFallbackException)
        {
            return Only(new Remark(new Location(path, 1), "left out: not a text in UTF-8", IsFault: true));
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

    private static ManifestFile Only(Remark remark) => new(remark.Location.File, [], [remark]);

    // In a flat file every document is meant to be an object; elsewhere a document must look like one.
    private static bool IsObject(Node document, bool isFlat)
    {
        var found = new KubernetesObject(document);
        var isClient = ClientGroups.Contains(found.Group) || found is { ApiVersion: "v1", Kind: "Config" };
        return !isClient
            && (
                isFlat
                || (
                    document["apiVersion"].IsSet
                        ? document["kind"].IsSet || document["metadata"].IsSet
                        : document["kind"].IsSet && document["metadata"].IsSet
                )
            );
    }

    private static IEnumerable<KubernetesObject> Unwrap(Node document)
    {
        var found = new KubernetesObject(document);
        return found.Kind.EndsWith("List", StringComparison.Ordinal) && document["items"] is Sequence items
            ? items.Items.SelectMany(Unwrap)
            : [found];
    }
}
