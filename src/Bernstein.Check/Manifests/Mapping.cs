namespace Bernstein.Check.Manifests;

/// <summary>A set of keys with their values.</summary>
public sealed record Mapping : Node
{
    private readonly Dictionary<string, Node> _byKey;

    /// <summary>Makes a mapping of entries in the order they were written; of a key that comes twice, the last counts.</summary>
    public Mapping(Location location, IEnumerable<KeyValuePair<string, Node>> entries)
        : base(location)
    {
        _byKey = [];
        var duplicates = new List<KeyValuePair<string, Node>>();
        foreach (var entry in entries)
        {
            if (!_byKey.TryAdd(entry.Key, entry.Value))
            {
                duplicates.Add(entry);
                _byKey[entry.Key] = entry.Value;
            }
        }

        Entries = [.. _byKey];
        Duplicates = duplicates;
        Size = 1 + Entries.Sum(entry => entry.Value.Size);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, Node>> Entries { get; }

    /// <summary>The second and later entries of keys that were written more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, Node>> Duplicates { get; }

    internal override long Size { get; }

    /// <inheritdoc/>
    public override Node this[string key] => _byKey.TryGetValue(key, out var value) ? value : new Missing(Location);
}
