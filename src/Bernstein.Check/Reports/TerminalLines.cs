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
        var left = new string(' ', indent ?? own + Step);
        var text = new StringBuilder(line[..own]);
        var at = own;
        foreach (var (index, word) in line[own..].Split(' ').Index())
        {
            var length = Columns(word);
            var isBroken = index > 0 && at + 1 + length > columns;
            var gap =
                isBroken ? $"\n{left}"
                : index > 0 ? " "
                : "";
            text.Append(gap).Append(word);
            at = (isBroken ? left.Length : at + gap.Length) + length;
        }

        return text.ToString();
    }

    private static int Columns(string text) => Colour().Replace(text, "").Length;

    [GeneratedRegex("\e\\[[0-9]*m")]
    private static partial Regex Colour();
}
