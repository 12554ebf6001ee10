namespace Bernstein.Check.Reports;

/// <summary>
/// Where each thing is told: what has one cause, with its mend, under the first requirement that fails for it; under the others where it
/// stands, and what was not said there. A requirement that fails for several causes says of each what was found.
/// </summary>
internal sealed class FindingsByCause
{
    private readonly Dictionary<string, Cause> _causes;
    private readonly ILookup<string, Finding> _first;

    /// <summary>Takes the causes of what does not hold.</summary>
    internal FindingsByCause(Assessment assessment)
    {
        _causes = assessment.Causes.ToDictionary(cause => Cause.Key(cause.Mend));
        _first = (
            from failure in assessment.Failures
            from finding in failure.Verdict.Findings
            where finding.Mend is not null
            let key = Cause.Key(finding.Mend!)
            where _causes[key].First == failure.Requirement
            select (key, finding)
        ).ToLookup(said => said.key, said => said.finding);
    }

    /// <summary>A finding in one line, with its place where it has one.</summary>
    internal static string Shown(Finding finding) => $"{(finding.Location is null ? "" : $"{finding.Location}: ")}{finding.Message}";

    /// <summary>The requirement under which a mend is told.</summary>
    internal Requirement FirstOf(Mend mend) => _causes[Cause.Key(mend)].First;

    /// <summary>What is told under a requirement that does not hold, a part for each cause.</summary>
    internal IEnumerable<ToldCause> Of(Requirement requirement, Verdict verdict)
    {
        var groups = verdict.Findings.GroupBy(finding => finding.Mend is null ? "" : Cause.Key(finding.Mend)).ToArray();
        foreach (var group in groups)
        {
            var (cause, said) = (_causes.GetValueOrDefault(group.Key), _first[group.Key].Select(Shown).ToArray());
            var isSaidHere = cause is null || cause.First == requirement || groups.Length > 1;
            yield return new ToldCause(
                requirement,
                cause,
                [.. group.Where(finding => isSaidHere || !said.Contains(Shown(finding)))],
                group.First(),
                _first[group.Key].FirstOrDefault()
            );
        }
    }
}
