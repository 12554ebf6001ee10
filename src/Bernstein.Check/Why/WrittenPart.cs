namespace Bernstein.Check.Why;

/// <summary>A part of an object where it is written: the object itself, an entry of a mapping, or an item of a list.</summary>
public sealed class WrittenPart
{
    private const string MergeKey = "<<";

    private readonly WrittenPart? _above;
    private readonly HashSet<string> _steps;
    private readonly Node _node;

    private WrittenPart(KubernetesObject found, WrittenPart? above, string path, HashSet<string> steps, Node node, YamlSpan span, int line)
    {
        (Of, _above, Path, _steps, _node, Line) = (found, above, path, steps, node, line);
        Below = (node, span) switch
        {
            (Mapping mapping, { Entries: { } entries }) => [.. Entries(mapping, entries)],
            (Sequence list, { Items: { } items }) => [.. list.Items.Zip(items).Select(Item)],
            _ => [],
        };
    }

    /// <summary>The object that it is a part of.</summary>
    public KubernetesObject Of { get; }

    /// <summary>Where in the object, as <see cref="Edit"/> names it; empty for the object itself.</summary>
    public string Path { get; }

    /// <summary>Its key; of an item its value, or its index; of an object its kind.</summary>
    public string Name =>
        _above?._node switch
        {
            null => Of.Kind,
            Sequence => _node.Text ?? Path[_above.Path.Length..],
            _ => _steps.Count == 1 ? _steps.Single() : MergeKey,
        };

    /// <summary>The line, counted from 1, on which its key begins, or in a list its value.</summary>
    public int Line { get; }

    /// <summary>The parts of it, in the order in which they are written; none of a value, an empty block or an alias.</summary>
    public IReadOnlyList<WrittenPart> Below { get; }

    /// <summary><c>Deployment.spec.replicas</c></summary>
    public override string ToString() => Path.Length == 0 ? Of.Kind : $"{Of.Kind}.{Path}";

    /// <summary>The parts of an object; null where it cannot be found in the text.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">The text stops being YAML.</exception>
    internal static WrittenPart? Read(KubernetesObject found, string text) =>
        YamlEditor.Find(text, found.Root.Location.Line) is { } span
            ? new WrittenPart(found, null, "", [], found.Root, span, span.Line)
            : null;

    /// <summary>Whether a line is one of its lines.</summary>
    internal bool IsOn(int line) => line >= Line && line <= LastLine;

    /// <summary>The object without this part; null where this is the object itself.</summary>
    internal Node? Without() => Put(null);

    /// <summary>The object with another value of the same type in this place; null where this is no value.</summary>
    internal Node? Changed() => _node is Scalar { IsSet: true } scalar ? Put(OtherValue.Of(scalar)) : null;

    private int LastLine => Below.Count == 0 ? Line : Below[^1].LastLine;

    private static string Step(int at) => at.ToString(CultureInfo.InvariantCulture);

    private WrittenPart Item((Node Node, YamlSpan Span) item, int at) =>
        new(Of, this, $"{Path}[{at}]", [Step(at)], item.Node, item.Span, item.Span.Line);

    private IEnumerable<WrittenPart> Entries(Mapping mapping, List<(string Name, YamlSpan Key, YamlSpan Value)> entries) =>
        from entry in entries.GroupBy(entry => entry.Name).Select(same => same.Last())
        // What a merge key brings is written elsewhere, and goes with it.
        let isMerged = entry.Name == MergeKey
        let steps = isMerged ? mapping.Entries.Select(own => own.Key).Except(entries.Select(own => own.Name)) : [entry.Name]
        select new WrittenPart(
            Of,
            this,
            Edit.Below(Path, entry.Name),
            [.. steps],
            isMerged ? new Missing(mapping.Location) : mapping[entry.Name],
            entry.Value,
            entry.Key.Line
        );

    private Node? Put(Node? node) =>
        _above?._node switch
        {
            Sequence list => _above.Put(
                new Sequence(list.Location, [.. list.Items.Select((item, at) => IsAt(Step(at)) ? node : item).OfType<Node>()])
            ),
            Mapping mapping => _above.Put(new Mapping(mapping.Location, With(mapping, node))),
            _ => node,
        };

    private IEnumerable<KeyValuePair<string, Node>> With(Mapping mapping, Node? node) =>
        mapping
            .Entries.Where(entry => node is not null || !IsAt(entry.Key))
            .Select(entry => IsAt(entry.Key) ? KeyValuePair.Create(entry.Key, node!) : entry)
            // A key that is written twice stays a mistake.
            .Concat(mapping.Duplicates.Where(entry => !IsAt(entry.Key)));

    private bool IsAt(string step) => _steps.Contains(step);
}
