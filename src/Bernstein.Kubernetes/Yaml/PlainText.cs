namespace Bernstein.Kubernetes.Yaml;

/// <summary>Text from manifests and names of files, made safe for a line of a report.</summary>
public static class PlainText
{
    private const int MostCharacters = 500;

    /// <summary>
    /// The text in one line: a line end as <c>\n</c>, and in the place of control characters, and of those that turn the direction of
    /// writing, the replacement character. What a student's file holds can neither colour a terminal nor forge a line.
    /// </summary>
    public static string OneLine(string text) =>
        text.Any(IsUnsafe)
            ? string.Concat(
                text.Select(character =>
                    character == '\n' ? "\\n"
                    : IsUnsafe(character) ? "\uFFFD"
                    : character.ToString()
                )
            )
            : text;

    /// <summary>The same of bounded length.</summary>
    public static string ShortLine(string text) =>
        OneLine(text.Length > MostCharacters ? string.Concat(text.AsSpan(0, MostCharacters), "…") : text);

    private static bool IsUnsafe(char character) =>
        char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
