namespace Bernstein.Check.Requirements;

/// <summary>The outcome of judging one requirement.</summary>
/// <param name="Status">Whether it holds.</param>
/// <param name="Findings">Every place where it does not; for <see cref="Status.NotJudged"/>, the one reason.</param>
public sealed record Verdict(Status Status, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether it could not be judged because a file can't be read.</summary>
    public bool IsUnread => Status == Status.NotJudged && Findings.Any(finding => finding.IsUnread);

    /// <summary>The requirement holds.</summary>
    public static Verdict Pass { get; } = new(Status.Pass, []);

    /// <summary>The requirement does not hold, for one reason.</summary>
    public static Verdict Fail(string message, Location? location = null, Func<Mend?>? mend = null) =>
        new(Status.Fail, [new Finding(message, location) { MendBy = mend }]);

    /// <summary>There was nothing to judge.</summary>
    public static Verdict NotJudged(string reason) => new(Status.NotJudged, [new Finding(reason)]);

    /// <summary>How it is mended, in one line: made of what was found where that tells it, else as the requirement says.</summary>
    public string MendOf(Requirement requirement) =>
        string.Join(' ', Findings.Select(finding => finding.Mend?.Sentence ?? requirement.Mend).Distinct());

    /// <summary>
    /// Holds where there are no offenders. The caller makes sure that there was something to find them in. Where all that was found is that a
    /// file can't be read, it is not judged.
    /// </summary>
    public static Verdict Of(IEnumerable<Finding> offenders)
    {
        var found = offenders.ToArray();
        var known = found.Where(finding => !finding.IsUnread).ToArray();
        return known.Length > 0 ? new(Status.Fail, known)
            : found.Length > 0 ? new(Status.NotJudged, [found[0]])
            : Pass;
    }
}
