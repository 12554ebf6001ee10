using YamlDotNet.Core;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>Makes edits in the text of a file and leaves every other character as it is: comments, order, quotes, line ends.</summary>
public static class YamlEditor
{
    /// <summary>The text with an edit made in it; null where it can't be made there, or would leave something that is not YAML.</summary>
    public static string? Apply(string text, Edit edit)
    {
        var ends = text.Contains("\r\n", StringComparison.Ordinal);
        try
        {
            var changed = edit.Kind switch
            {
                EditKind.Move => text,
                EditKind.Add => Join(text, edit.Value),
                EditKind.Separate => Separated(text, edit.Line),
                _ => Find(text, edit.Line) is { } root ? new YamlChange(text, edit).Make(root) : null,
            };
            changed = ends
                ? changed?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)
                : changed;
            return changed is not null && (changed.Length == 0 || YamlReader.Read("", changed).Remark is null) ? changed : null;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // What the parser throws for a text that is no YAML, and an alias in the way.
            return null;
        }
    }

    /// <summary>
    /// The text of the document, or of the item of a List, that begins on a line, with the comments in it; null where there is none that can
    /// stand by itself.
    /// </summary>
    public static string? Document(string text, int line) => Documents(text)(line);

    /// <summary>The same for whoever asks for many of them: the text is read once.</summary>
    public static Func<int, string?> Documents(string text)
    {
        try
        {
            var spans = YamlSpan.Read(text);
            return line => Document(text, spans, line);
        }
        catch (YamlException)
        {
            return _ => null;
        }
    }

    private static string? Document(string text, IReadOnlyList<YamlSpan> spans, int line)
    {
        var document = spans.FirstOrDefault(document => document.Line == line && document.Entries is not null);
        return (document ?? Find(spans, line)) is not { IsFlow: false } found ? null
            : document is null ? $"{text[found.Start..found.End].Replace("\n" + new string(' ', found.Column), "\n").TrimEnd()}\n"
            : $"{text[found.Start..(text.IndexOf('\n', found.End) is >= 0 and var end ? end : text.Length)].TrimEnd()}\n";
    }

    // Before the key, where what begins on the line stands below one.
    private static string? Separated(string text, int line)
    {
        var lines = text.Split('\n').ToList();
        var at = lines[line - 1].StartsWith(' ') ? line - 2 : line - 1;
        lines.Insert(at, "---");
        return lines[at + 1] is [not ' ', ..] ? string.Join('\n', lines) : null;
    }

    private static string Join(string text, string document) =>
        text.Trim().Length == 0 ? document
        : text.EndsWith('\n') ? $"{text}---\n{document}"
        : $"{text}\n---\n{document}";

    /// <summary>The object that begins on a line: one of a List begins on the line of its own mapping, as a document does.</summary>
    public static YamlSpan? Find(string text, int line) => Find(YamlSpan.Read(text), line);

    private static YamlSpan? Find(IEnumerable<YamlSpan> documents, int line) =>
        documents
            .SelectMany(document => document.WithAllBelow())
            .FirstOrDefault(span =>
                span.Line == line && span.Entries is { } entries && entries.All(entry => entry.Name != "items" || entry.Value.Items is null)
            );
}
