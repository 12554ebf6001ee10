namespace Bernstein.Check.Requirements;

/// <summary>One requirement: its name, and how it is judged. Its words are an entry of <c>requirements.yaml</c>.</summary>
/// <param name="Identifier">Its name, which never changes: <c>poll.memory</c>.</param>
/// <param name="Judge">Judges a submission. Pure: same submission, same verdict.</param>
public sealed record Requirement(string Identifier, Func<Submission, Verdict> Judge)
{
    private readonly Lazy<Explanation> _explanation = new(() => Explanation.Of(Identifier));

    /// <summary>Whether it is asked of each object by itself, so that it can be asked of any manifests.</summary>
    public bool IsForAnyManifests { get; init; }

    /// <summary>The first part of its name: <c>poll</c>.</summary>
    public string Group => Identifier[..Identifier.IndexOf('.')];

    /// <summary>Specification, wiring or production.</summary>
    public Severity Severity =>
        Group == "wiring" ? Severity.Wiring
        : Group == "production" ? Severity.Production
        : Severity.Specification;

    /// <summary>All that is said of it.</summary>
    public Explanation Explanation => _explanation.Value;

    /// <summary>What must hold, in one sentence.</summary>
    public string Sentence => Explanation.Sentence;

    /// <summary>What breaks in a cluster where it does not hold.</summary>
    public string Protects => Explanation.Protects;

    /// <summary>What to write where it does not hold.</summary>
    public string Mend => Explanation.Mend;

    /// <summary>Its name.</summary>
    public override string ToString() => Identifier;
}
