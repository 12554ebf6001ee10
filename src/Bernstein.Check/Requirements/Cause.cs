namespace Bernstein.Check.Requirements;

/// <summary>What several requirements fail for: one mend puts all of it right.</summary>
/// <param name="Mend">The mend.</param>
/// <param name="Requirements">The requirements that have a finding with this mend, in the order of the catalogue.</param>
/// <param name="Findings">What was found for the first of them.</param>
public sealed record Cause(Mend Mend, IReadOnlyList<Requirement> Requirements, IReadOnlyList<Finding> Findings)
{
    /// <summary>The requirement under which it is shown.</summary>
    public Requirement First => Requirements[0];

    /// <summary>The causes of what does not hold, each once.</summary>
    internal static IReadOnlyList<Cause> Of(Assessment assessment) =>
        [
            .. from failure in assessment.Failures
            from finding in failure.Verdict.Findings
            where finding.Mend is not null
            group (failure.Requirement, Finding: finding) by Key(finding.Mend) into same
            let requirements = same.Select(found => found.Requirement).Distinct().ToArray()
            select new Cause(
                same.First().Finding.Mend!,
                requirements,
                [.. same.Where(found => found.Requirement == requirements[0]).Select(found => found.Finding)]
            ),
        ];

    /// <summary>What two mends have in common that are one: their edits; of those without any, their sentence. Empty for none.</summary>
    internal static string Key(Mend? mend) =>
        mend is null ? ""
        : mend.Edits.Count == 0 ? mend.Sentence
        : string.Join('\n', mend.Edits);
}
