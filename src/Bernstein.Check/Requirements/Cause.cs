namespace Bernstein.Check.Requirements;

/// <summary>What several requirements fail for: one mend puts all of it right.</summary>
/// <param name="Mend">The mend.</param>
/// <param name="Requirements">The requirements that have a finding with this mend, in the order of the catalogue.</param>
public sealed record Cause(Mend Mend, IReadOnlyList<Requirement> Requirements)
{
    /// <summary>The requirement under which it is shown.</summary>
    public Requirement First => Requirements[0];

    /// <summary>The causes of what does not hold, each once.</summary>
    internal static IReadOnlyList<Cause> Of(Assessment assessment) =>
        [
            .. assessment
                .Failures.SelectMany(failure => failure.Verdict.Findings.Select(finding => (failure.Requirement, finding.Mend)))
                .Where(found => found.Mend is not null)
                .GroupBy(found => Key(found.Mend!))
                .Select(group => new Cause(group.First().Mend!, [.. group.Select(found => found.Requirement).Distinct()])),
        ];

    /// <summary>What two mends have in common that are one: their edits; of those without any, their sentence.</summary>
    internal static string Key(Mend mend) => mend.Edits.Count == 0 ? mend.Sentence : string.Join('\n', mend.Edits);
}
