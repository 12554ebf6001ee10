namespace Bernstein.Check.Why;

/// <summary>Text in lines of bounded length.</summary>
internal static class Lines
{
    /// <summary>A text in lines, broken between words where that is possible.</summary>
    /// <param name="text">The text, of one line.</param>
    /// <param name="width">How many characters a line has at most.</param>
    /// <param name="indent">What every line begins with but the first.</param>
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

    /// <summary>Numbers in their order, of those that follow one another the first and the last: <c>3, 5-8</c>.</summary>
    internal static string Ranges(IEnumerable<int> numbers) =>
        string.Join(
            ", ",
            numbers
                .Distinct()
                .Order()
                .Index()
                .GroupBy(number => number.Item - number.Index, number => number.Item)
                .Select(range => range.First() == range.Last() ? $"{range.First()}" : $"{range.First()}-{range.Last()}")
        );
}
