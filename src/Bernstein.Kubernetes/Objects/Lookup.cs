namespace Bernstein.Kubernetes.Objects;

/// <summary>What a name in one object leads to among the others.</summary>
public static class Lookup
{
    /// <summary>The object of a kind, a namespace and a name; null where there is none.</summary>
    public static KubernetesObject? Find(this ManifestFolder manifests, string kind, string @namespace, string name) =>
        manifests
            .OfKind(kind)
            .FirstOrDefault(found => found.Name == name && (found.Namespace == @namespace || KnownKinds.IsClusterWide(kind)));

    /// <summary>The value under a key of a ConfigMap or a Secret; null where there is no such object or key.</summary>
    public static string? Value(this ManifestFolder manifests, string kind, string @namespace, string name, string key) =>
        manifests.Find(kind, @namespace, name)?.Root is not { } holder ? null
        : kind != "Secret" ? holder["data"][key].Text
        : holder["stringData"][key].Text ?? (holder["data"][key].Text is { } encoded ? Decode(encoded) : null);

    /// <summary>The keys of a ConfigMap or a Secret.</summary>
    public static IEnumerable<string> Keys(this KubernetesObject holder) =>
        new[] { "data", "stringData", "binaryData" }.SelectMany(map => holder.Root[map].Entries).Select(entry => entry.Key);

    /// <summary>
    /// Why a name leads nowhere, as the end of a sentence, and what may be meant: <c>which exists, but without that key (did you mean
    /// POSTGRES_USER?)</c>.
    /// </summary>
    public static string WhyNot(this ManifestFolder manifests, string kind, string @namespace, string name, string? key) =>
        manifests.Find(kind, @namespace, name) is { } found
            ? $"which exists, but without that key{Spelling.Suggestion(key ?? "", found.Keys())}"
        : manifests.OfKind(kind).FirstOrDefault(other => other.Name == name) is { } elsewhere
            ? $"which is in the namespace {elsewhere.Namespace} and not in {@namespace}"
        : $"which is not among the files{Spelling.Suggestion(name, manifests.OfKind(kind).Select(other => other.Name))}";

    // How well a Secret is encoded is wiring.secret-encoding's business alone.
    private static string Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : encoded;
    }
}
