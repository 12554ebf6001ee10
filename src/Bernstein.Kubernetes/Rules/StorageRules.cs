using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of volumes, claims and paths, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/core/validation of Kubernetes.</summary>
internal static class StorageRules
{
    // What is a mapping in the specification of a PersistentVolume and not where its bytes are.
    private static readonly string[] NoSource = ["capacity", "claimRef", "nodeAffinity"];

    internal static IEnumerable<Finding> OfVolume(Node volume, Place place)
    {
        var sources = volume
            .Entries.Where(entry => entry.Value is Mapping && !NoSource.Contains(entry.Key))
            .Select(entry => entry.Key)
            .ToArray();
        if (sources.Length != 1)
        {
            yield return new Finding(
                sources.Length == 0
                    ? $"{place} has no source; asked for is one, such as hostPath"
                    : $"{place} has the sources {string.Join(" and ", sources)}; asked for is one: remove the others",
                volume.Location
            )
            {
                // A folder of the node is what the assignment's readers expect.
                Mend = sources.Length == 0 ? place.Set("hostPath.path", "/var/lib/bernstein") : place.Remove(sources[1]),
            };
        }

        if (volume["capacity"] is Mapping capacity && (!capacity["storage"].IsSet || capacity.Entries.Count != 1))
        {
            yield return new Finding($"{place}.capacity is not storage alone; asked for is storage and nothing else", capacity.Location);
        }

        if (volume["local"].IsSet && !volume["nodeAffinity"].IsSet)
        {
            yield return new Finding($"{place} is local and has no nodeAffinity, which says on which node", volume.Location);
        }

        foreach (var finding in Above0(volume["capacity"]["storage"], place))
        {
            yield return finding;
        }
    }

    internal static IEnumerable<Finding> OfClaim(Node claim, Place place)
    {
        var storage = claim.At("resources.requests.storage");
        var modes = claim["accessModes"];
        if (modes.Items.Count > 1 && modes.Items.Any(mode => mode.Text == "ReadWriteOncePod"))
        {
            return [new Finding($"{place} has ReadWriteOncePod beside other access modes; asked for is it alone", modes.Location)];
        }

        return claim["resources"].IsSet && !storage.IsSet
            ? [new Finding($"{place}.resources has no requests.storage", claim["resources"].Location)]
            : Above0(storage, place);
    }

    /// <summary>Keys that a type of Secret asks for, base64 under binaryData, and keys that stand in both lists of a ConfigMap.</summary>
    internal static IEnumerable<Finding> OfData(string type, Node holder, Place place)
    {
        foreach (
            var key in KeysOf(type == "Secret" ? holder["type"].Text : null)
                .Where(key => !holder["data"][key].IsSet && !holder["stringData"][key].IsSet)
        )
        {
            yield return new Finding($"{place} has the type {holder["type"].Text} and no key {key}", holder.Location)
            {
                Mend = place.Set("type", "Opaque"),
            };
        }

        if (type == "Secret" && holder["type"].Text == "kubernetes.io/basic-auth" && !HasEither(holder, "username", "password"))
        {
            yield return new Finding($"{place} has the type kubernetes.io/basic-auth and neither username nor password", holder.Location)
            {
                Mend = place.Set("type", "Opaque"),
            };
        }

        if (
            type == "Secret"
            && holder["type"].Text == "kubernetes.io/service-account-token"
            && !holder.At("metadata.annotations")["kubernetes.io/service-account.name"].IsSet
        )
        {
            yield return new Finding(
                $"{place} has the type kubernetes.io/service-account-token and no annotation kubernetes.io/service-account.name",
                holder.Location
            )
            {
                Mend = place.Set("type", "Opaque"),
            };
        }

        foreach (var (key, value) in holder["binaryData"].Entries)
        {
            if (holder["data"][key].IsSet)
            {
                yield return new Finding($"{place} has {key} under data and under binaryData; remove one of them", value.Location);
            }

            if (value.Text is { } text && !Convert.TryFromBase64String(text, new byte[text.Length], out _))
            {
                yield return new Finding($"{place}.binaryData.{key} is not base64", value.Location);
            }
        }
    }

    private static bool HasEither(Node holder, params string[] keys) =>
        keys.Any(key => holder["data"][key].IsSet || holder["stringData"][key].IsSet);

    private static string[] KeysOf(string? secret) =>
        secret switch
        {
            "kubernetes.io/tls" => ["tls.crt", "tls.key"],
            "kubernetes.io/dockerconfigjson" => [".dockerconfigjson"],
            "kubernetes.io/dockercfg" => [".dockercfg"],
            "kubernetes.io/ssh-auth" => ["ssh-privatekey"],
            _ => [],
        };

    internal static IEnumerable<Finding> OfEmptyFolder(Node folder, Place place) =>
        Quantity.Parse(folder["sizeLimit"].Text) < 0
            ? [new Finding($"{place}.sizeLimit is {folder["sizeLimit"].Text}; asked for is 0 or more", folder["sizeLimit"].Location)]
            : [];

    internal static IEnumerable<Finding> Relative(Node path, Place place) =>
        path.Text is { } text && (text.StartsWith('/') || text.Split('/').Contains(".."))
            ? [new Finding($"{place} is {text}; asked for is a path without / at its begin and without ..", path.Location)]
            : [];

    internal static IEnumerable<Finding> WithoutBacksteps(Node path, Place place) =>
        path.Text is { } text && text.Split('/').Contains("..")
            ? [new Finding($"{place} is {text}; asked for is a path without ..", path.Location)]
            : [];

    private static IEnumerable<Finding> Above0(Node storage, Place place) =>
        Quantity.Parse(storage.Text) <= 0
            ? [new Finding($"{place} asks for the storage {storage.Text}; asked for is more than 0", storage.Location)]
            : [];
}
