namespace Bernstein.Check.Reports;

/// <summary>Lines that fit a terminal: broken at a space, and what follows stands further to the right.</summary>
public static partial class TerminalLines
{
    private const int Step = 2;

    /// <summary>Breaks a line.</summary>
    /// <param name="line">The line, which may have colours.</param>
    /// <param name="width">How many columns there are; null for as many as it needs.</param>
    /// <param name="indent">Where what follows begins; null for a step behind the line's own begin.</param>
    /// <returns>The lines with a line end between them. A word that is longer than the terminal is wide stays whole.</returns>
    public static string Fit(string line, int? width, int? indent = null)
    {
        if (width is not { } columns || Columns(line) <= columns)
        {
            return line;
        }

        var own = line.Length - line.TrimStart(' ').Length;
        var words = line[own..].Split(' ');
        var rows = new List<string> { line[..own] + words[0] };
        foreach (var word in words.Skip(1))
        {
            if (Columns(rows[^1]) + 1 + Columns(word) > columns)
            {
                rows.Add(new string(' ', indent ?? own + Step) + word);
            }
            else
            {
                rows[^1] += $" {word}";
            }
        }

        return string.Join('\n', rows);
    }

    /// <summary>Lines of bounded length of a text without colours: a word that is longer is broken.</summary>
    internal static IEnumerable<string> Wrap(string text, int width, string indent)
    {
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            var end = space > indent.Length && text.AsSpan(0, space).Trim().Length > 0 ? space : width;
            yield return text[..end].TrimEnd();
            text = indent + text[end..].TrimStart();
        }

        yield return text;
    }

    private static int Columns(string text) => Colour().Replace(text, "").Length;

    [GeneratedRegex("\e\\[[0-9]*m")]
    private static partial Regex Colour();
}
