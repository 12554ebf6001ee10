namespace Bernstein.Check.Reports;

/// <summary>
/// Where each thing is told: what has one cause, with its mend, under the first requirement that fails for it; under the others where it
/// stands, and what was not said there. A requirement that fails for several causes says of each what was found.
/// </summary>
/// <param name="assessment">What was judged.</param>
internal sealed class FindingsByCause(Assessment assessment)
{
    private readonly Dictionary<string, Cause> _causes = assessment.Causes.ToDictionary(cause => Cause.Key(cause.Mend));

    /// <summary>What is told of everything that does not hold.</summary>
    internal IEnumerable<ToldCause> All => assessment.Failures.SelectMany(failure => Of(failure.Requirement, failure.Verdict));

    /// <summary>The requirement under which a mend is told.</summary>
    internal Requirement FirstOf(Mend mend) => _causes[Cause.Key(mend)].First;

    /// <summary>What is told under a requirement that does not hold, a part for each cause.</summary>
    internal IEnumerable<ToldCause> Of(Requirement requirement, Verdict verdict)
    {
        var groups = verdict.Findings.GroupBy(finding => Cause.Key(finding.Mend)).ToArray();
        return from found in groups
            let cause = _causes.GetValueOrDefault(found.Key)
            let isSaidHere = cause is null || cause.First == requirement || groups.Length > 1
            let said = isSaidHere ? [] : cause.Findings.Select(ReportWords.Shown).ToArray()
            select new ToldCause(requirement, cause, [.. found.Where(finding => !said.Contains(finding.Shown()))], found.First());
    }
}

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
