using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>
/// Reads YAML into <see cref="Node"/>s the way Kubernetes' reader does: YAML 1.1 scalars, merge keys, the last of duplicate keys.
/// Bounded in depth and in size, so that no input can exhaust the reader.
/// </summary>
public sealed class YamlReader
{
    private const int MostValues = 200_000;
    private static readonly string TooMany = $"more than {MostValues:N0} values, its aliases counted at every use";

    private readonly string _file;
    private readonly YamlParser _parser;
    private readonly Dictionary<AnchorName, Node> _anchors = [];
    private long _values;

    private YamlReader(string file, string text) => (_file, _parser) = (file, new YamlParser(text));

    /// <summary>
    /// The documents of a text, in order. Where the text stops being YAML, those before that place and a remark about it.
    /// </summary>
    /// <param name="file">The path that locations name.</param>
    /// <param name="text">The YAML.</param>
    public static (IReadOnlyList<Node> Documents, Remark? Remark) Read(string file, string text)
    {
        var (documents, reader) = (new List<Node>(), new YamlReader(file, text));
        try
        {
            documents.AddRange(reader._parser.Documents(reader.ReadDocument));
            return (documents, null);
        }
        catch (YamlException exception)
        {
            var isFault = exception is not YamlLimitException;
            var said = exception.InnerException?.Message ?? exception.Message;
            var (line, reason) = YamlFault.Explain(text, (int)Math.Max(1, exception.Start.Line), said);
            var remark = $"{(isFault ? "not YAML" : "left out")} from here on: {reason}";
            return (documents, new Remark(new Location(file, line), remark, isFault));
        }
    }

    /// <summary>What the library knows and reads from files of its own, as it reads manifests.</summary>
    internal static Node Own(string name)
    {
        using var reader = new StreamReader(typeof(YamlReader).Assembly.GetManifestResourceStream(name)!);
        var (documents, remark) = Read(name, reader.ReadToEnd());
        return remark is null ? documents.Single() : throw new FormatException($"{remark.Location}: {remark.Message}");
    }

    private Node ReadDocument(Mark start)
    {
        _anchors.Clear();
        var document = ReadNode().AsRoot();
        _values += document.Size;
        return _values > MostValues ? throw new YamlLimitException(start, TooMany) : document;
    }

    private Node ReadNode()
    {
        var start = _parser.Current!.Start;
        var location = new Location(_file, (int)start.Line);
        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        Node node = _parser.Current switch
        {
            AnchorAlias => ReadAlias(),
            SequenceStart => ReadSequence(location),
            MappingStart => ReadMapping(location),
            _ => ReadScalar(location),
        };
        if (node.Size > MostValues)
        {
            throw new YamlLimitException(start, TooMany);
        }

        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private Node ReadAlias()
    {
        var alias = _parser.Consume<AnchorAlias>();
        return _anchors.TryGetValue(alias.Value, out var node)
            ? node
            : throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} has no anchor before it");
    }

    private Scalar ReadScalar(Location location)
    {
        var scalar = _parser.Consume<YamlDotNet.Core.Events.Scalar>();
        if (scalar.Style == ScalarStyle.Plain && YamlFault.HasOddSpace(scalar.Value))
        {
            throw new YamlException(scalar.Start, scalar.End, YamlFault.OddSpace);
        }

        return (scalar.Tag.IsEmpty ? scalar.Style == ScalarStyle.Plain : IsTyped(scalar.Tag.Value))
            ? Scalar.Plain(location, scalar.Value)
            : Scalar.Quoted(location, scalar.Value);
    }

    // !!int "80" is a number, whatever stands around it.
    private static bool IsTyped(string tag) =>
        tag is "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null";

    private Sequence ReadSequence(Location location)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new Sequence(location, items);
    }

    private Mapping ReadMapping(Location location)
    {
        _parser.Consume<MappingStart>();
        var (entries, merged) = (new List<KeyValuePair<string, Node>>(), new List<KeyValuePair<string, Node>>());
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var start = _parser.Current!.Start;
            if (ReadNode() is not Scalar key)
            {
                throw new YamlException(start, start, "a key that is a list or a mapping");
            }

            var value = ReadNode();
            if (key is { Value: "<<", Type: ScalarType.Text })
            {
                merged.AddRange(value is Sequence ? value.Items.SelectMany(item => item.Entries) : value.Entries);
            }
            else
            {
                entries.Add(KeyValuePair.Create(key.Value, value));
            }
        }

        if (merged.Count > 0)
        {
            entries.AddRange(merged.ExceptBy(entries.Select(entry => entry.Key), entry => entry.Key));
        }

        return new Mapping(location, entries);
    }
}
