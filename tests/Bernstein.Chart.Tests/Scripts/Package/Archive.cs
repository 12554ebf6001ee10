using System.Formats.Tar;
using System.IO.Compression;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>A chart's archive.</summary>
internal sealed class Archive
{
    private static readonly Lazy<Archive> OfThisChart = new(() =>
    {
        using var folder = new TemporaryFolder();
        return new Archive(PackageScript.Of(Project.Root, folder.Path).Run().Output.TrimEnd('\n'));
    });

    internal Archive(string path)
    {
        Name = Path.GetFileName(path);
        Bytes = File.ReadAllBytes(path);
        Entries = [.. Read(Bytes)];
    }

    /// <summary>What scripts/package makes of this working copy; made once for all tests.</summary>
    internal static Archive Built => OfThisChart.Value;

    internal string Name { get; }

    internal byte[] Bytes { get; }

    internal IReadOnlyList<(TarEntry Header, string Text)> Entries { get; }

    /// <summary>Its Chart.yaml.</summary>
    internal Node Metadata => Yaml(Text("Chart.yaml"));

    /// <summary>The list that one of its annotations is.</summary>
    internal IReadOnlyList<Node> Annotation(string name) => Yaml(Metadata["annotations"][name].Text!).Items;

    /// <summary>What changed, as its annotation says.</summary>
    internal IEnumerable<(string? Kind, string? Description)> Changes =>
        Annotation("artifacthub.io/changes").Select(change => (change["kind"].Text, change["description"].Text));

    /// <summary>The images that it says it has, with their names.</summary>
    internal IEnumerable<(string, string)> Images =>
        Annotation("artifacthub.io/images").Select(image => (image["name"].Text!, image["image"].Text!));

    internal string Text(string name) => Entries.Single(entry => entry.Header.Name == $"bernstein/{name}").Text;

    /// <summary>Writes it into a folder, and returns its path there.</summary>
    internal string CopyTo(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllBytes(path, Bytes);
        return path;
    }

    private static Node Yaml(string text) =>
        YamlReader.Read("Chart.yaml", text) switch
        {
            (var documents, null) => documents.Single(),
            (_, { } remark) => throw new InvalidDataException(remark.Message),
        };

    private static IEnumerable<(TarEntry Header, string Text)> Read(byte[] bytes)
    {
        using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new TarReader(unpacked);
        while (reader.GetNextEntry() is { } entry)
        {
            using var text = new StreamReader(entry.DataStream ?? Stream.Null);
            yield return (entry, text.ReadToEnd());
        }
    }
}
