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
    public IEnumerable<Requirement> Mended => Changed(Status.Fail, Status.Pass);

    /// <summary>What fails, and held in the older hand-in.</summary>
    public IEnumerable<Requirement> Broke => Changed(Status.Pass, Status.Fail);

    /// <summary>What fails, and could not be seen in the older hand-in: there was nothing to judge, or its file could not be read.</summary>
    public IEnumerable<Requirement> NotSeenBefore => Changed(Status.NotJudged, Status.Fail);

    /// <summary>What failed in the older hand-in, and has nothing left to be judged on.</summary>
    public IEnumerable<Requirement> Gone => Changed(Status.Fail, Status.NotJudged);

    /// <summary>What fails, and did before.</summary>
    public IEnumerable<Requirement> StillFails => Changed(Status.Fail, Status.Fail);

    private IEnumerable<Requirement> Changed(Status before, Status now) =>
        from pair in (Before?.Outcomes ?? []).Zip(Assessment?.Outcomes ?? [])
        let then = pair.First.Verdict.Status
        let verdict = pair.Second.Verdict
        where verdict.Status == now && (then == Status.Pass && now == Status.Fail && WasHidden(verdict) ? Status.NotJudged : then) == before
        select pair.Second.Requirement;

    // Of two objects without a line --- between them, one was judged.
    private bool WasHidden(Verdict now) =>
        now.Findings.All(finding =>
            Before!.Submission.Folder.Files.Any(file =>
                file.Path == finding.Location?.File && (file.Unread is not null || file.Objects.Any(found => found.Further.Count > 0))
            )
        );
}
