namespace Bernstein.Check.Reports;

/// <summary>What each requirement is worth, in a course that gives points.</summary>
/// <param name="Weights">
/// Identifiers, groups such as <c>wiring.*</c>, or <c>*</c> for all, with their weight. The last that fits a requirement counts; without one
/// its weight is 1.
/// </param>
/// <param name="Total">How many points there are where everything that is judged holds; null for the sum of the weights.</param>
public sealed record Points(IReadOnlyList<(string Pattern, decimal Weight)> Weights, decimal? Total)
{
    /// <summary>The name under which a file says the total.</summary>
    private const string TotalName = "total";

    /// <summary>
    /// Reads a file with a line for each weight: a name, and a number with a point. <c>#</c> begins a comment.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="asked">The requirements that there are.</param>
    /// <returns>The points; or what is wrong, with the file and the line.</returns>
    public static (Points Points, string? Fault) Read(string path, IReadOnlyList<Requirement> asked)
    {
        try
        {
            var lines = File.ReadLines(path)
                .Select(line => line.Split('#')[0].Split((char[])[' ', '\t', ',', ';', ':', '='], StringSplitOptions.RemoveEmptyEntries))
                .Index()
                .Where(line => line.Item.Length > 0)
                .ToArray();
            var fault = lines
                .Select(line => WhyNot(line.Item, asked) is { } reason ? $"{path}:{line.Index + 1}: {reason}" : null)
                .FirstOrDefault(fault => fault is not null);
            var known = lines
                .TakeWhile(_ => fault is null)
                .Select(line => (Name: line.Item[0], Number: decimal.Parse(line.Item[1], CultureInfo.InvariantCulture)))
                .ToLookup(line => line.Name == TotalName);
            return (new([.. known[false]], known[true].Select(line => (decimal?)line.Number).LastOrDefault()), fault);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (new([], null), $"--points {path}: it can't be read: {exception.Message}");
        }
    }

    /// <summary>The weight of a requirement.</summary>
    internal decimal Of(Requirement requirement) =>
        Weights.Where(weight => Fits(weight.Pattern, requirement)).Select(weight => weight.Weight).LastOrDefault(1);

    /// <summary>
    /// What a hand-in gets, and what it could get. What there was nothing to judge for counts in neither; what a file hides that can't be read
    /// counts as if it failed, else a broken file would be worth more than one with mistakes.
    /// </summary>
    internal (decimal Reached, decimal Possible) Of(Assessment assessment)
    {
        var counted = assessment.Outcomes.Where(outcome => outcome.Verdict.Status != Status.NotJudged || outcome.Verdict.IsUnread);
        var weights = counted.ToLookup(outcome => outcome.Verdict.Status == Status.Pass, outcome => Of(outcome.Requirement));
        var (reached, possible) = (weights[true].Sum(), weights[true].Sum() + weights[false].Sum());
        return Total is not { } total ? (reached, possible)
            : possible == 0 ? (0, total)
            : (Math.Round(total * reached / possible, 2), total);
    }

    private static string? WhyNot(string[] words, IReadOnlyList<Requirement> asked) =>
        words.Length != 2 || !decimal.TryParse(words[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? "asked for is a name and a number that is not negative, such as «poll.memory 2.5»"
        : words[0] == TotalName || asked.Any(requirement => Fits(words[0], requirement)) ? null
        : $"there is no requirement {words[0]}{Spelling.Suggestion(words[0], asked.Select(requirement => requirement.Identifier))}";

    private static bool Fits(string pattern, Requirement requirement) =>
        pattern == "*" || pattern == $"{requirement.Group}.*" || pattern == requirement.Identifier;
}
