namespace Bernstein;

/// <summary>Cases that a test lets be on purpose: lines of a file, each a pattern of the case's whole name, and the reason behind « # ».</summary>
internal sealed class ReasonedCases
{
    private readonly IReadOnlyList<Regex> _patterns;

    /// <param name="path">The file. Lines that begin with # are for its reader.</param>
    internal ReasonedCases(string path) =>
        _patterns = [
            .. File.ReadLines(path)
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(line =>
                    line.Split(" # ") is [var pattern, { Length: > 0 }]
                        ? new Regex($"^(?:{pattern})$")
                        : throw new FormatException($"{path}: «{line}» has no reason")
                ),
        ];

    /// <summary>The names that no pattern covers.</summary>
    internal IReadOnlyList<string> NotCovered(IEnumerable<string> names) =>
        [.. names.Where(name => !_patterns.Any(pattern => pattern.IsMatch(name)))];

    /// <summary>Fails where a pattern covers none of the names: its case is mended, and the line can go.</summary>
    internal void AssertEachCoversOneOf(IReadOnlyCollection<string> names) =>
        _patterns
            .Where(pattern => !names.Any(pattern.IsMatch))
            .Select(pattern => pattern.ToString())
            .ShouldBeEmpty("explains nothing any more");
}
