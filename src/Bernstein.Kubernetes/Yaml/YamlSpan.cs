using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>Where a value stands in a text, to the character: what an edit needs, and a judge does not.</summary>
public sealed record YamlSpan(int Start, int Line, int Column, bool IsFlow)
{
    /// <summary>Where it ends, without the blanks and the comments after it.</summary>
    public int End { get; private set; }

    /// <summary>Of a mapping, its keys and values; null for anything else.</summary>
    public List<(string Name, YamlSpan Key, YamlSpan Value)>? Entries { get; private init; }

    /// <summary>Of a list, its items; null for anything else.</summary>
    public List<YamlSpan>? Items { get; private init; }

    /// <summary>Whether it is written in lines of its own: a mapping or a list without brackets.</summary>
    public bool IsBlock => !IsFlow && (Entries ?? (object?)Items) is not null;

    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">The text stops being YAML.</exception>
    public static IReadOnlyList<YamlSpan> Read(string text)
    {
        var parser = new YamlParser(text);
        return [.. parser.Documents(_ => Read(parser, text))];
    }

    /// <summary>This mapping or list and every one below it, the outer ones first.</summary>
    public IEnumerable<YamlSpan> WithAllBelow() =>
        (Entries?.Select(entry => entry.Value) ?? Items ?? []).SelectMany(below => below.WithAllBelow()).Prepend(this);

    private static YamlSpan Read(YamlParser parser, string text)
    {
        var found = parser.Consume<ParsingEvent>();
        var isFlow = found is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
        var span = new YamlSpan((int)found.Start.Index, (int)found.Start.Line, (int)found.Start.Column - 1, isFlow)
        {
            Entries = found is MappingStart ? [] : null,
            Items = found is SequenceStart ? [] : null,
        };
        while (found is MappingStart && !parser.Accept<MappingEnd>(out _))
        {
            var name = parser.Current is YamlDotNet.Core.Events.Scalar key ? key.Value : "";
            span.Entries!.Add((name, Read(parser, text), Read(parser, text)));
        }

        while (found is SequenceStart && !parser.Accept<SequenceEnd>(out _))
        {
            span.Items!.Add(Read(parser, text));
        }

        var end = found is MappingStart or SequenceStart ? parser.Consume<ParsingEvent>() : found;
        span.End =
            span.IsBlock ? span.Entries?.LastOrDefault().Value?.End ?? span.Items?.LastOrDefault()?.End ?? span.Start
            // The parser takes a closing bracket for a place, not for a character.
            : isFlow ? (int)end.Start.Index + 1
            // A block of text ends, to the parser, where the next thing begins.
            : span.Start + text[span.Start..(int)end.End.Index].TrimEnd().Length;
        return span;
    }
}
