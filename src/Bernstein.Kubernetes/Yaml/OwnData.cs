namespace Bernstein.Kubernetes.Yaml;

/// <summary>What the library knows and reads from files of its own, as it reads manifests.</summary>
internal static class OwnData
{
    internal static Node Read(string name)
    {
        using var reader = new StreamReader(typeof(OwnData).Assembly.GetManifestResourceStream(name)!);
        var (documents, remark) = YamlReader.Read(name, reader.ReadToEnd());
        return remark is null ? documents.Single() : throw new FormatException($"{remark.Location}: {remark.Message}");
    }
}
