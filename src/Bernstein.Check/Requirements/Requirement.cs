namespace Bernstein.Check.Requirements;

/// <summary>One requirement, as data: what it asks, why, how to mend it, and how it is judged.</summary>
/// <param name="Identifier">Its name, which never changes: <c>poll.memory</c>.</param>
/// <param name="Severity">Letter, wiring or production.</param>
/// <param name="Sentence">What must hold, in one sentence.</param>
/// <param name="Protects">What breaks in a cluster where it does not hold.</param>
/// <param name="Mend">What to write where it does not hold.</param>
/// <param name="Judge">Judges a submission. Pure: same submission, same verdict.</param>
public sealed record Requirement(
    string Identifier,
    Severity Severity,
    string Sentence,
    string Protects,
    string Mend,
    Func<Submission, Verdict> Judge
)
{
    /// <summary>Whether it is asked of each object by itself, so that it can be asked of any manifests.</summary>
    public bool IsForAnyManifests { get; init; }

    /// <summary>The first part of its name: <c>poll</c>.</summary>
    public string Group => Identifier[..Identifier.IndexOf('.')];
}
