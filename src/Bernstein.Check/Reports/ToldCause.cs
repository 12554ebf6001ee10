namespace Bernstein.Check.Reports;

/// <summary>What is told of one cause under one requirement.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Cause">The cause; null where what was found tells no mend of its own.</param>
/// <param name="Findings">What was found and is said here; none where the requirement that tells the cause says all of it.</param>
/// <param name="Place">A finding of this requirement, where it has no news.</param>
internal sealed record ToldCause(Requirement Requirement, Cause? Cause, IReadOnlyList<Finding> Findings, Finding Place)
{
    /// <summary>The requirement under which the mend stands; null where it is this one.</summary>
    internal Requirement? Elsewhere => Cause is null || Cause.First == Requirement ? null : Cause.First;

    /// <summary>How it is mended, in one sentence.</summary>
    internal string Sentence => Cause?.Mend.Sentence ?? Requirement.Mend;

    /// <summary>The same, or where that is said.</summary>
    internal string Mend => Elsewhere is { } first ? $"Fixed with {first}." : $"Fix: {Sentence}";

    /// <summary>The other requirements that the mend puts right, where it stands here.</summary>
    internal IReadOnlyList<Requirement> Others => Cause is not null && Elsewhere is null ? [.. Cause.Requirements.Skip(1)] : [];

    /// <summary>How many requirements the mend puts right, in words; null where it is this one alone.</summary>
    internal string? Fixes => Others.Count == 0 ? null : $"Fixes {Others.Count + 1}: this and {Others.Names()}";
}
