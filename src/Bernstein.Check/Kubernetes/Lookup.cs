using System.Text;
using Bernstein.Check.Manifests;

namespace Bernstein.Check.Kubernetes;

/// <summary>What a name in one object leads to among the others.</summary>
internal static class Lookup
{
    /// <summary>The object of a kind, a namespace and a name; null where there is none.</summary>
    internal static KubernetesObject? Find(this ManifestFolder manifests, string kind, string @namespace, string name) =>
        manifests.OfKind(kind).FirstOrDefault(found => found.Name == name && (found.Namespace == @namespace || Scope.IsClusterWide(kind)));

    /// <summary>The value under a key of a ConfigMap or a Secret; null where there is no such object or key.</summary>
    internal static string? Value(this ManifestFolder manifests, string kind, string @namespace, string name, string key) =>
        manifests.Find(kind, @namespace, name)?.Root is not { } holder ? null
        : kind != "Secret" ? holder["data"][key].Text
        : holder["stringData"][key].Text ?? (holder["data"][key].Text is { } encoded ? Decode(encoded) : null);

    // How well a Secret is encoded is wiring.secret-encoding's business alone.
    private static string Decode(string encoded)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        }
        catch (FormatException)
        {
            return encoded;
        }
    }
}
