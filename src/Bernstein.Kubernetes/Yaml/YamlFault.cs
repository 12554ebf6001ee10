using System.Buffers;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>Why a text is not YAML, for the one who wrote it, as faults.yaml tells it.</summary>
internal static class YamlFault
{
    private const string Spaces =
        "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\u3000\uFEFF";

    private static readonly SearchValues<char> OddSpaces = SearchValues.Create(Spaces);

    // They are in YAML themselves, and read when something is wrong.
    private static readonly Lazy<Node> Faults = new(() => YamlReader.Own("faults.yaml"));

    private static readonly Lazy<(Regex Pattern, string Reason)[]> Sights = new(() =>
        [
            .. Faults
                .Value["sights"]
                .Items.Select(sight =>
                    (new Regex(sight["pattern"].Text!.Replace("<spaces>", Spaces, StringComparison.Ordinal)), sight["reason"].Text!)
                ),
        ]
    );

    /// <summary>The reason for a plain text that holds a space which YAML does not take for one.</summary>
    internal static string OddSpace => Sights.Value[^1].Reason;

    /// <summary>The line to look at, counted from 1, and the reason why a parser stopped at a line.</summary>
    internal static (int Line, string Reason) Explain(string text, int line, string reason)
    {
        var isTab = reason.Contains(" tab ", StringComparison.Ordinal);
        // What is wrong with a line is often noticed in the next one; of a tab the parser names what it stands in.
        var near = text.Split('\n').Index().Skip(Math.Max(0, line - 2)).Take(isTab ? int.MaxValue : 2).ToArray();
        var seen =
            from sight in Sights.Value
            from candidate in near
            where sight.Pattern.IsMatch(candidate.Item)
            select (candidate.Index + 1, sight.Reason);
        var known = Faults
            .Value["words"]
            .Entries.FirstOrDefault(entry => reason.Contains(entry.Key, StringComparison.OrdinalIgnoreCase))
            .Value;
        return text.TrimStart() is ['<', '!' or 'h' or 'H', ..]
            ? (1, "a page of HTML: download the file itself")
            : seen.FirstOrDefault((line, known?.Text ?? PlainText.OneLine(reason)));
    }

    /// <summary>Whether a text without quotes has such a space where an indentation, a colon or a dash asks for one.</summary>
    internal static bool HasOddSpace(string plain) => plain.AsSpan().ContainsAny(OddSpaces) && Sights.Value[^1].Pattern.IsMatch(plain);
}
