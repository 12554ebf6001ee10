using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>
/// A value in a YAML document: a <see cref="Scalar"/>, a <see cref="Sequence"/>, a <see cref="Mapping"/>, or
/// <see cref="Missing"/> where a path leads nowhere. Looking a path up never fails, so a rule reads like the path it judges.
/// </summary>
/// <param name="Location">Where the value stands; of a missing one, where the nearest value above it stands.</param>
[SuppressMessage("Naming", "CA1716", Justification = "Node is the field's word, and no other language uses this assembly.")]
public abstract record Node(Location Location)
{
    /// <summary>The value under a key.</summary>
    public virtual Node this[string key] => new Missing(Location);

    /// <summary>The item at an index, counted from 0.</summary>
    public virtual Node this[int index] => new Missing(Location);

    /// <summary>The items of a sequence; none of anything else.</summary>
    public virtual IReadOnlyList<Node> Items => [];

    /// <summary>The entries of a mapping in the order they were written; none of anything else.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, Node>> Entries => [];

    /// <summary>The text of a scalar as written, without its quotes; null for anything else and for a YAML null.</summary>
    public virtual string? Text => null;

    /// <summary>The whole number that a scalar is; null for anything else, a quoted number among it.</summary>
    public virtual long? Number => null;

    /// <summary>Whether a boolean is true, in whatever way YAML writes it; null for anything else.</summary>
    public virtual bool? Boolean => null;

    /// <summary>Whether something is written here. Kubernetes takes an explicit null for a field that is not there.</summary>
    public virtual bool IsSet => true;

    /// <summary>The value as messages show it: its text, or what it is instead of one.</summary>
    internal virtual string Shown => "not set";

    /// <summary>How many values stand here and below, aliases counted at every use.</summary>
    internal virtual long Size => 1;

    /// <summary>Whether a key is written more than once in a mapping here or below.</summary>
    internal virtual bool HasDuplicates => false;

    /// <summary>The value at the end of a path such as <c>spec.template.spec.containers[0].image</c>.</summary>
    /// <remarks>A key that holds a dot, as labels have, is looked up with the indexer.</remarks>
    public Node At(string path) => path.Split('.').Aggregate(this, (node, step) => node.Down(step));

    /// <summary>The path from this value to one in it, as <see cref="Edit"/> takes it; null where that is not in it.</summary>
    internal string? PathTo(Node inner) => ReferenceEquals(this, inner) ? "" : PathTo(inner, "");

    private string? PathTo(Node inner, string path)
    {
        var below = Entries
            .Select(entry => (Path: Edit.Below(path, entry.Key), entry.Value))
            .Concat(Items.Select((item, index) => (Path: $"{path}[{index}]", Value: item)));
        foreach (var (there, value) in below)
        {
            if (ReferenceEquals(value, inner))
            {
                return there;
            }

            if (value.PathTo(inner, there) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A key, or a key and the index of an item below it.
    private Node Down(string step) =>
        step.IndexOf('[') is var bracket and >= 0
            ? this[step[..bracket]][int.Parse(step.AsSpan((bracket + 1)..^1), CultureInfo.InvariantCulture)]
            : this[step];
}
