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

    /// <summary>There was nothing to judge.</summary>
    public static Verdict NotJudged(string reason) => new(Status.NotJudged, [new Finding(reason)]);

    /// <summary>How it is mended, in one line: made of what was found where that tells it, else as the requirement says.</summary>
    public string MendOf(Requirement requirement) =>
        string.Join(' ', Findings.Select(finding => finding.Mend?.Sentence ?? requirement.Mend).Distinct());

    /// <summary>
    /// Holds where there are no offenders. The caller makes sure that there was something to find them in. Where all that was found is that a
    /// file can't be read, it is not judged.
    /// </summary>
    public static Verdict Of(params IEnumerable<Finding> offenders)
    {
        var found = offenders.ToArray();
        var known = found.Where(finding => !finding.IsUnread).ToArray();
        return known.Length > 0 ? new(Status.Fail, known)
            : found.Length > 0 ? new(Status.NotJudged, [found[0]])
            : Pass;
    }

    /// <summary>The same of what is found in each of some things; not judged, for a reason, where there is none of them.</summary>
    internal static Verdict OfEach<T>(IEnumerable<T> judged, string reason, Func<T, IEnumerable<Finding>> offenders)
    {
        var all = judged.ToArray();
        return all.Length == 0 ? NotJudged(reason) : Of(all.SelectMany(offenders));
    }
}
