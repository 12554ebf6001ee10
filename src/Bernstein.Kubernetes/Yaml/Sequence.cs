namespace Bernstein.Kubernetes.Yaml;

/// <summary>A list of values.</summary>
public sealed record Sequence : Node
{
    /// <summary>Makes a list of values in their order, the first of which stands at the location.</summary>
    public Sequence(Location location, IReadOnlyList<Node> items)
        : base(location)
    {
        Items = items;
        Size = 1 + items.Sum(item => item.Size);
        HasDuplicates = items.Any(item => item.HasDuplicates);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Items { get; }

    /// <inheritdoc/>
    public override Node this[int index] => index >= 0 && index < Items.Count ? Items[index] : MissingAt("", index);
}
