namespace Bernstein.Check.Why;

/// <summary>A part of a manifest with what asks for it.</summary>
/// <param name="Part">The part.</param>
/// <param name="By">The requirements that fail without it, in the order of the catalogue.</param>
/// <param name="IsByValue">Whether it could be left out, and they fail with another value.</param>
/// <param name="Reason">Why it is there where no requirement asks for it; null where nothing says why.</param>
/// <param name="Below">The parts of it.</param>
public sealed record AskedPart(
    WrittenPart Part,
    IReadOnlyList<Requirement> By,
    bool IsByValue,
    Reason? Reason,
    IReadOnlyList<AskedPart> Below
)
{
    /// <summary>The requirement that asks for what the API server asks for.</summary>
    internal const string Api = "wiring.schema";

    /// <summary>Whether a requirement fails in it, and none holds because of it.</summary>
    public bool IsFaulty { get; init; }

    /// <summary>Whether a requirement asks for it, be it as it should or not.</summary>
    public bool IsAsked => By.Count > 0 || IsFaulty;

    /// <summary>Whether it is a value, and no block of others.</summary>
    public bool IsValue => Below.Count == 0;

    /// <summary>It and all parts below it, from top to bottom.</summary>
    public IEnumerable<AskedPart> WithAllBelow() => Below.SelectMany(below => below.WithAllBelow()).Prepend(this);

    /// <summary>
    /// The requirements that are told at its line: of a block, those that ask for nothing in it; that the API server refuses an object
    /// without it, where nobody else asks.
    /// </summary>
    internal IReadOnlyList<Requirement> Said()
    {
        Requirement[] own = [.. By.Except(Below.SelectMany(below => below.WithAllBelow()).SelectMany(below => below.By))];
        Requirement[] others = [.. own.Where(requirement => requirement.Identifier != Api)];
        return others.Length > 0 ? others : own;
    }

    /// <summary><c>Deployment.spec.replicas</c></summary>
    public override string ToString() => $"{Part}";
}
