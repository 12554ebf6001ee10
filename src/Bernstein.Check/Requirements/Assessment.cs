namespace Bernstein.Check.Requirements;

/// <summary>Requirements judged on one submission.</summary>
/// <param name="Submission">What was judged.</param>
/// <param name="Outcomes">Each requirement with its verdict, in the order in which they were asked.</param>
public sealed record Assessment(Submission Submission, IReadOnlyList<(Requirement Requirement, Verdict Verdict)> Outcomes)
{
    /// <summary>How many requirements hold.</summary>
    public int Passed => Count(Status.Pass);

    /// <summary>How many do not.</summary>
    public int Failed => Count(Status.Fail);

    /// <summary>How many there was nothing to judge for.</summary>
    public int NotJudged => Count(Status.NotJudged);

    /// <summary>The requirements that do not hold, with what was found.</summary>
    public IEnumerable<(Requirement Requirement, Verdict Verdict)> Failures =>
        Outcomes.Where(outcome => outcome.Verdict.Status == Status.Fail);

    /// <summary>What to change in the folder before anything else, a line each.</summary>
    public IReadOnlyList<string> Hints => Submission.Arrangement.Hints;

    /// <summary>What in the folder could not be judged.</summary>
    public IReadOnlyList<Remark> Remarks { get; } = [.. Submission.Folder.Remarks];

    /// <summary>What is left to a person: findings that no edit puts right.</summary>
    public IEnumerable<(Requirement Requirement, Finding Finding)> LeftToDo =>
        from failure in Failures
        from finding in failure.Verdict.Findings
        where finding.Mend is not { Edits.Count: > 0 }
        select (failure.Requirement, finding);

    /// <summary>What the failures come from, each once.</summary>
    public IReadOnlyList<Cause> Causes => Cause.Of(this);

    /// <summary>The mends of what was found, each once.</summary>
    public IEnumerable<Mend> Mends => Causes.Select(cause => cause.Mend);

    /// <summary>Judges every requirement of the specification.</summary>
    public static Assessment Of(Submission submission) => Of(submission, Catalogue.All);

    /// <summary>Judges the requirements that are asked.</summary>
    public static Assessment Of(Submission submission, IEnumerable<Requirement> asked) =>
        new(
            submission,
            [.. asked.Select(requirement => (requirement, Mendable(submission, WithinReach(submission, requirement.Judge(submission)))))]
        );

    // What must be put right before anything else is: files that can't be read, two objects in one document, and a workload in the file of another
    // component. No other mend touches them before.
    private static Verdict Mendable(Submission submission, Verdict verdict) =>
        verdict.Status == Status.Fail && submission.Known.Of("before", () => MendsBefore(submission)) is { Count: > 0 } before
            ? verdict with
            {
                Findings = [.. verdict.Findings.Select(finding => finding with { MendBy = () => Of(finding.Mend, before) })],
            }
            : verdict;

    private static Mend? Of(Mend? mend, IReadOnlyList<(Func<Edit, bool> Concerns, Mend Mend)> before) =>
        before.FirstOrDefault(first => mend?.Edits.Any(first.Concerns) == true).Mend is not { } first ? mend
        : first.Edits.Count > 0 ? first
        : mend! with { Edits = [] };

    private static IReadOnlyList<(Func<Edit, bool> Concerns, Mend Mend)> MendsBefore(Submission submission) =>
        [
            .. from file in submission.Folder.Files
            where file.Unread is not null
            select ((Func<Edit, bool>)(edit => edit.File == file.Path || Divides(submission, edit)), new Mend("", [])),
            .. from merged in submission.Folder.Objects
            where merged.Further.Count > 0
            select ((Func<Edit, bool>)(edit => edit.File == merged.File || Divides(submission, edit)), FileMends.Separate(merged)),
            .. from part in submission.Parts(Component.All)
            let stranger = FileMends.Stranger(submission, part.Component)
            where stranger is not null
            let root = part.Workload.Manifest.Root.Location
            select (
                (Func<Edit, bool>)(edit => edit.File == root.File && edit.Line == root.Line),
                FileMends.Exchange(submission, part.Component, stranger)
            ),
        ];

    // With the first flat file that is there, no document is taken for that of another one any more: they are all written at once.
    private static bool Divides(Submission submission, Edit edit) =>
        submission.Arrangement.IsGathered && edit.Kind is EditKind.Add or EditKind.Move;

    // Of a flat file that was named alone, what other files would have to say is not held against it.
    private static Verdict WithinReach(Submission submission, Verdict verdict) =>
        !submission.IsOneFlatFile || verdict.Status != Status.Fail ? verdict
        : verdict.Findings.Where(finding => finding is { Location: not null, MayBeElsewhere: false }).ToArray() is { Length: > 0 } within
            ? new Verdict(Status.Fail, within)
        : Verdict.NotJudged("it is judged on files that were not named");

    private int Count(Status status) => Outcomes.Count(outcome => outcome.Verdict.Status == status);
}
