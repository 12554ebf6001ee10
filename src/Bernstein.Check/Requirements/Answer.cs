namespace Bernstein.Check.Requirements;

/// <summary>What became of one folder, or one file, that was named: each has an answer, judged or not.</summary>
/// <param name="Path">As it was named.</param>
/// <param name="Assessment">How every requirement is met; null where it could not be judged.</param>
/// <param name="Reason">Why it could not be judged; null where it was.</param>
public sealed record Answer(string Path, Assessment? Assessment, string? Reason)
{
    /// <summary>How the requirements were met by an older hand-in of the same student; null where there is none to compare with.</summary>
    public Assessment? Before { get; init; }

    /// <summary>What failed in the older hand-in, and holds.</summary>
    public IEnumerable<Requirement> Mended => Changed((before, now) => before == Status.Fail && now == Status.Pass);

    /// <summary>What fails, and did not in the older hand-in.</summary>
    public IEnumerable<Requirement> Broke => Changed((before, now) => before != Status.Fail && now == Status.Fail);

    /// <summary>What failed in the older hand-in, and has nothing left to be judged on.</summary>
    public IEnumerable<Requirement> Gone => Changed((before, now) => before == Status.Fail && now == Status.NotJudged);

    /// <summary>What fails, and did before.</summary>
    public IEnumerable<Requirement> StillFails => Changed((before, now) => before == Status.Fail && now == Status.Fail);

    private IEnumerable<Requirement> Changed(Func<Status, Status, bool> isMeant) =>
        Assessment is null || Before is null
            ? []
            : Before
                .Outcomes.Zip(Assessment.Outcomes)
                .Where(pair => isMeant(pair.First.Verdict.Status, pair.Second.Verdict.Status))
                .Select(pair => pair.Second.Requirement);
}
