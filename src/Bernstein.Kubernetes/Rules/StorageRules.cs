namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of volumes, claims and paths, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/core/validation of Kubernetes.</summary>
internal static class StorageRules
{
    // What is a mapping in the specification of a PersistentVolume and not where its bytes are.
    private static readonly string[] NoSource = ["capacity", "claimRef", "nodeAffinity"];

    /// <summary>Of PersistentVolumes: ValidatePersistentVolumeSpec.</summary>
    internal static Rule[] OfVolume { get; } = [OneSource, CapacityIsStorage, LocalNeedsNode, CapacityAbove0];

    /// <summary>ValidatePersistentVolumeClaimSpec.</summary>
    internal static IEnumerable<Finding> Claim(Node claim)
    {
        var storage = claim.At("resources.requests.storage");
        var modes = claim["accessModes"];
        return modes.Items.Count > 1 && modes.Items.Any(mode => mode.Text == "ReadWriteOncePod")
                ? [modes.Refused($"{claim} has ReadWriteOncePod with other access modes; asked for is only ReadWriteOncePod")]
            : claim["resources"].IsSet && !storage.IsSet ? [claim["resources"].Refused($"{claim}.resources has no requests.storage")]
            : Above0(storage, claim);
    }

    /// <summary>validateEmptyDirVolumeSource.</summary>
    internal static IEnumerable<Finding> SizeLimit(Node folder) =>
        folder["sizeLimit"]
            .RefusedIf(
                Quantity.Parse(folder["sizeLimit"].Text) < 0,
                () => $"{folder}.sizeLimit is {folder["sizeLimit"].Text}; asked for is 0 or more"
            );

    /// <summary>A path that leads down: validateLocalDescendingPath.</summary>
    internal static Rule Relative(string field) =>
        Path(field, text => text.StartsWith('/') || text.Split('/').Contains(".."), "a path without / at its begin and without ..");

    /// <summary>validatePathNoBacksteps.</summary>
    internal static Rule WithoutBacksteps(string field) => Path(field, text => text.Split('/').Contains(".."), "a path without ..");

    private static Rule Path(string field, Func<string, bool> isRefused, string asked) =>
        holder =>
            holder[field]
                .RefusedIf(
                    holder[field].Text is { } text && isRefused(text),
                    () => $"{holder[field]} is {holder[field].Text}; asked for is {asked}"
                );

    private static IEnumerable<Finding> OneSource(Node volume)
    {
        var sources = volume
            .Entries.Where(entry => entry.Value is Mapping && !NoSource.Contains(entry.Key))
            .Select(entry => entry.Key)
            .ToArray();
        return sources.Length switch
        {
            // A folder of the node is what the assignment's readers expect.
            0 =>
            [
                volume.Refused(
                    $"{volume} has no source; asked for is one, such as hostPath",
                    () => volume.ToWrite("hostPath.path", "/var/lib/bernstein")
                ),
            ],
            1 => [],
            _ =>
            [
                volume.Refused(
                    $"{volume} has the sources {string.Join(" and ", sources)}; asked for is one: remove the others",
                    () => volume.ToRemove(sources[1])
                ),
            ],
        };
    }

    private static IEnumerable<Finding> CapacityIsStorage(Node volume) =>
        volume["capacity"]
            .RefusedIf(
                volume["capacity"] is Mapping capacity && (!capacity["storage"].IsSet || capacity.Entries.Count != 1),
                () => $"{volume}.capacity is not only storage; asked for is storage and nothing else"
            );

    private static IEnumerable<Finding> LocalNeedsNode(Node volume) =>
        volume.RefusedIf(
            volume["local"].IsSet && !volume["nodeAffinity"].IsSet,
            () => $"{volume} is local and has no nodeAffinity, which names its node"
        );

    private static IEnumerable<Finding> CapacityAbove0(Node volume) => Above0(volume["capacity"]["storage"], volume);

    private static IEnumerable<Finding> Above0(Node storage, Node holder) =>
        storage.RefusedIf(
            Quantity.Parse(storage.Text) <= 0,
            () => $"{holder} asks for the storage {storage.Text}; asked for is more than 0"
        );
}
