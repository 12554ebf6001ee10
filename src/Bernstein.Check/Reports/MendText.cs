namespace Bernstein.Check.Reports;

/// <summary>What was found and how it is mended, as lines for people, with the lines of their files that change.</summary>
internal sealed class MendText(Assessment assessment)
{
    private const int MostLines = 16;

    private readonly FindingsByCause _telling = new(assessment);

    private readonly Lazy<MendPlan> _plan = new(() => new MendPlan(assessment.Submission.Folder, assessment.Mends));

    /// <summary>The lines below a requirement that does not hold.</summary>
    internal IEnumerable<string> Lines(Requirement requirement, Verdict verdict) => _telling.Of(requirement, verdict).SelectMany(Lines);

    private IEnumerable<string> Lines(ToldCause told)
    {
        foreach (var line in told.Cause is null ? told.Findings.Select(FindingsByCause.Shown) : Shown(told.Findings))
        {
            yield return line;
        }

        yield return told.Mend;
        foreach (var line in told.Elsewhere is null && told.Cause is { Mend: var mend } ? Changes(mend) : [])
        {
            yield return line;
        }

        if (told.Fixes is { } fixes)
        {
            yield return fixes;
        }
    }

    private IEnumerable<string> Changes(Mend mend)
    {
        foreach (var hunk in _plan.Value.Of(mend))
        {
            yield return $"  {hunk.Location}";
            var isNew = assessment.Submission.Folder.File(hunk.Location.File) is null;
            foreach (var line in Before(hunk).Concat(Lines(hunk)).Take(isNew ? MostLines : int.MaxValue))
            {
                yield return $"  {line}";
            }

            if (isNew && hunk.Added.Count - MostLines is > 0 and var more)
            {
                yield return $"  … and {more} lines more: --fix DIRECTORY writes them all, and --format patch prints them";
            }
        }

        foreach (var other in _plan.Value.Elsewhere(mend).Select(other => _telling.FirstOf(other)).Distinct())
        {
            yield return $"  with the lines of {other.Identifier}";
        }

        if (_plan.Value.Waits(mend))
        {
            yield return "  judge again once that is done: other lines of this place change first";
        }
    }

    private static IEnumerable<string> Lines(Hunk hunk) =>
        hunk.Removed.Select(line => "- " + Plain(line)).Concat(hunk.Added.Select(line => "+ " + Plain(line)));

    // Of lines that are only added, the one that they follow.
    private IEnumerable<string> Before(Hunk hunk) =>
        hunk is { Removed.Count: 0, Location: { Line: > 1 } place } && assessment.Submission.Folder.File(place.File) is { } file
            ? [$"  {Plain(Hunk.Lines(file.Text)[place.Line - 2])}"]
            : [];

    private static string Plain(string line) => PlainText.OneLine(line.TrimEnd('\n', '\r'));

    // Places with one cause are all alike.
    private static IEnumerable<string> Shown(IReadOnlyList<Finding> findings) =>
        findings.Count <= 2
            ? findings.Select(FindingsByCause.Shown)
            : [FindingsByCause.Shown(findings[0]), $"and at {findings.Count - 1} places more"];
}
