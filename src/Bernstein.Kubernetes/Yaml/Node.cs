using System.Diagnostics.CodeAnalysis;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>
/// A value in a YAML document: a <see cref="Scalar"/>, a <see cref="Sequence"/>, a <see cref="Mapping"/>, or
/// <see cref="Missing"/> where a path leads nowhere. Looking a path up never fails, so a rule reads like the path it judges.
/// </summary>
/// <param name="Location">Where the value stands; of a missing one, where the nearest value above it stands.</param>
[SuppressMessage("Naming", "CA1716", Justification = "Node is the field's word, and no other language uses this assembly.")]
public abstract record Node(Location Location)
{
    private Node? _parent;
    private int _index = -1;

    /// <summary>The value under a key.</summary>
    public virtual Node this[string key] => MissingAt(key);

    /// <summary>The item at an index, counted from 0.</summary>
    public virtual Node this[int index] => MissingAt("", index);

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
    public string Shown =>
        this switch
        {
            Mapping => "a mapping",
            Sequence => "a list",
            Scalar { IsSet: true } scalar => scalar.IsQuotedText ? $"the text \"{scalar.Value}\"" : scalar.Value,
            _ => "not set",
        };

    /// <summary>How many values stand here and below, aliases counted at every use.</summary>
    public long Size { get; private protected init; } = 1;

    /// <summary>Whether a key is written more than once in a mapping here or below.</summary>
    internal bool HasDuplicates { get; private protected init; }

    /// <summary>The value at the end of a path such as <c>spec.template.spec.containers[0].image</c>.</summary>
    /// <remarks>A key that holds a dot, as labels have, stands in brackets: <c>metadata.labels["app.kubernetes.io/name"]</c>.</remarks>
    public Node At(string path) =>
        path.Contains('[') ? Edit.Steps(path).Aggregate(this, Down)
        : path.Contains('.') ? path.Split('.').Aggregate(this, (node, key) => node[key])
        : this[path];

    /// <summary>The object, or the document, that it stands in.</summary>
    public Node Root => _parent?.Root ?? this;

    /// <summary>Where it stands in <see cref="Root"/>, as <see cref="At"/> and <see cref="Edit"/> take it; empty for the root.</summary>
    /// <remarks>What an alias repeats stands where its anchor does, for there it is written.</remarks>
    public string Path =>
        _parent is null ? ""
        : IsItem ? $"{_parent.Path}[{_index}]"
        : Edit.Below(_parent.Path, Key);

    /// <summary>The key that leads to it; empty for an item of a list and for the root.</summary>
    internal string Key { get; private set; } = "";

    internal bool IsItem => _index >= 0;

    /// <summary>
    /// The last three steps of its path, which say enough where the line is named too: <c>containers[0].ports[0].name</c>; the root by its
    /// kind and its name.
    /// </summary>
    public sealed override string ToString() => _parent is null ? Steps : string.Join('.', Steps.Split('.').TakeLast(3));

    private string Steps =>
        _parent is not null ? _parent.Steps + (IsItem ? $"[{_index}]" : $".{Key}")
        : At("metadata.name").Text is { Length: > 0 } name ? $"{this["kind"].Text} {name}"
        : this["kind"].Text ?? "";

    /// <summary>The path from this value to one that is written in it; null where it is not.</summary>
    public string? PathTo(Node inner) => inner is not Missing && inner.IsIn(this) ? inner.Path[Path.Length..].TrimStart('.') : null;

    /// <summary>Whether it is another value, or stands in it.</summary>
    public bool IsIn(Node outer) => ReferenceEquals(this, outer) || _parent?.IsIn(outer) == true;

    /// <summary>Makes it a root, from which everything below is found.</summary>
    /// <param name="isTaken">Whether what stands directly below it stood in another value before.</param>
    internal Node AsRoot(bool isTaken = false)
    {
        _parent = null;
        foreach (var (key, value) in Entries)
        {
            value.StandIn(this, key, -1, isTaken);
        }

        foreach (var (index, item) in Items.Index())
        {
            item.StandIn(this, "", index, isTaken);
        }

        return this;
    }

    /// <summary>Stands where another value is written.</summary>
    internal Node InPlaceOf(Node other) => StandAt(other._parent, other.Key, other._index);

    /// <summary>What a path finds where nothing is written.</summary>
    protected Node MissingAt(string key, int index = -1) => new Missing(Location).StandAt(this, key, index);

    private Node StandAt(Node? parent, string key, int index)
    {
        (_parent, Key, _index) = (parent, key, index);
        return this;
    }

    private void StandIn(Node parent, string key, int index, bool isTaken)
    {
        if (_parent is null || isTaken)
        {
            AsRoot().StandAt(parent, key, index);
        }
    }

    private static Node Down(Node node, string step) =>
        step is ['[', .. var index, ']'] ? node[int.Parse(index, CultureInfo.InvariantCulture)] : node[step];
}
