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
