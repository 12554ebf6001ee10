namespace Bernstein.Kubernetes.Yaml;

/// <summary>A set of keys with their values.</summary>
public sealed record Mapping : Node
{
    private readonly OrderedDictionary<string, Node> _entries = [];

    /// <summary>Makes a mapping of entries in the order they were written; of a key that comes twice, the last counts.</summary>
    public Mapping(Location location, IEnumerable<KeyValuePair<string, Node>> entries)
        : base(location)
    {
        List<KeyValuePair<string, Node>>? duplicates = null;
        foreach (var entry in entries)
        {
            if (!_entries.TryAdd(entry.Key, entry.Value))
            {
                (duplicates ??= []).Add(entry);
                _entries[entry.Key] = entry.Value;
            }
        }

        Duplicates = duplicates ?? [];
        Size = 1 + _entries.Values.Sum(value => value.Size);
        HasDuplicates = Duplicates.Count > 0 || _entries.Values.Any(value => value.HasDuplicates);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, Node>> Entries => _entries;

    /// <summary>The second and later entries of keys that were written more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, Node>> Duplicates { get; }

    /// <inheritdoc/>
    public override Node this[string key] => _entries.TryGetValue(key, out var value) ? value : MissingAt(key);
}
