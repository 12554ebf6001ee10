using System.Buffers;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>Why a text is not YAML, for the one who wrote it: not the rule that the parser names, but what it met.</summary>
internal static partial class YamlFault
{
    /// <summary>The reason for a plain text that holds a space which YAML does not take for one.</summary>
    internal const string OddSpace =
        "a space that YAML does not take for one, such as the non-breaking one (U+00A0) of web pages: type the spaces of this line again";

    private const string Spaces =
        "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\u3000\uFEFF";

    private static readonly SearchValues<char> OddSpaces = SearchValues.Create(Spaces);

    /// <summary>What is seen at once in the line where the parser stopped, or in the one before.</summary>
    private static readonly (Regex Pattern, string Reason)[] Sights =
    [
        (
            Mark,
            "the mark of a merge conflict: keep one of the two sides, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
        ),
        (Fence, "a fence of Markdown: remove the lines that begin with ```"),
        (Template, "a template that was never rendered: helm template makes a manifest of it"),
        (TabIndent, "a tab: YAML is indented with spaces only"),
        (Odd, OddSpace),
    ];

    /// <summary>What the parser's words, or a part of them, mean.</summary>
    private static readonly (string Part, string Reason)[] Words =
    [
        (
            "found invalid mapping",
            "a colon where none can be: the line before may lack its own, or a text that holds a colon and a space needs quotes"
        ),
        ("did not find expected key", "this line is not indented as those that it belongs to, or a dash has no space after it"),
        ("unexpected end of stream", "a quote that is opened here is not closed"),
        ("multi-line double-quoted scalar", "a quote that is opened here is not closed"),
        ("cannot start any token", "a text that begins with this character needs quotes"),
        ("unknown escape character", "a backslash in double quotes that means nothing: use single quotes"),
        ("while scanning an anchor or alias", "a text that begins with * or & needs quotes"),
        ("expected ','", "a comma is missing here, or a bracket is not closed"),
        ("expected node content", "a comma too many, or a bracket that is not closed"),
        ("expected <document end>", "more text after the end of the document: a line --- is missing, or this line does not belong here"),
        ("incompatible yaml document", "a line %YAML that asks for a version of YAML which Kubernetes does not read: remove it"),
        ("invalid unicode", "an escape such as \\uD800 that is no character"),
        ("current state of the object", "a bracket or a quote that is opened and not closed"),
    ];

    /// <summary>The line to look at, counted from 1, and the reason why a parser stopped at a line.</summary>
    internal static (int Line, string Reason) Explain(string text, int line, string reason)
    {
        var isTab = reason.Contains(" tab ", StringComparison.Ordinal);
        // What is wrong with a line is often noticed in the next one; of a tab the parser names what it stands in.
        var near = text.Split('\n').Index().Skip(Math.Max(0, line - 2)).Take(isTab ? int.MaxValue : 2).ToArray();
        var seen =
            from sight in Sights
            from candidate in near
            where sight.Pattern.IsMatch(candidate.Item)
            select (candidate.Index + 1, sight.Reason);
        var known = Words.FirstOrDefault(pair => reason.Contains(pair.Part, StringComparison.OrdinalIgnoreCase)).Reason;
        return text.TrimStart() is ['<', '!' or 'h' or 'H', ..]
            ? (1, "a page of HTML: download the file itself")
            : seen.FirstOrDefault((line, known ?? PlainText.OneLine(reason)));
    }

    /// <summary>Whether a text without quotes has such a space where an indentation, a colon or a dash asks for one.</summary>
    internal static bool HasOddSpace(string plain) => plain.AsSpan().ContainsAny(OddSpaces) && Odd.IsMatch(plain);

    [GeneratedRegex("^(<{7}|={7}|>{7})( |\r?$)")]
    private static partial Regex Mark { get; }

    [GeneratedRegex("^ *```")]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^[^#]*\{\{")]
    private static partial Regex Template { get; }

    [GeneratedRegex("^ *\t")]
    private static partial Regex TabIndent { get; }

    [GeneratedRegex($"^[ \t]*(- *)?[{Spaces}]|[:-][{Spaces}]|[{Spaces}]\r?$")]
    private static partial Regex Odd { get; }
}
