namespace Bernstein.Kubernetes.Yaml;

/// <summary>A list of values.</summary>
/// <param name="Location">Where its first item stands.</param>
/// <param name="Items">The values, in order.</param>
public sealed record Sequence(Location Location, IReadOnlyList<Node> Items) : Node(Location)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Node> Items { get; } = Items;

    internal override string Shown => "a list";

    internal override long Size { get; } = 1 + Items.Sum(item => item.Size);

    internal override bool HasDuplicates { get; } = Items.Any(item => item.HasDuplicates);

    /// <inheritdoc/>
    public override Node this[int index] => index >= 0 && index < Items.Count ? Items[index] : MissingAt("", index);
}
