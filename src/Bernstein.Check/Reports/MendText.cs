namespace Bernstein.Check.Reports;

/// <summary>What was found and how it is mended, as lines for people, with the lines of their files that change.</summary>
internal sealed class MendText(Assessment assessment)
{
    private const int MostLines = 16;

    private readonly FindingsByCause _telling = new(assessment);

    private readonly Lazy<MendPlan> _plan = new(() => new MendPlan(assessment.Submission.Folder, assessment.Mends));

    /// <summary>The lines below a requirement that does not hold.</summary>
    internal IEnumerable<string> Lines(Requirement requirement, Verdict verdict) => _telling.Of(requirement, verdict).SelectMany(Lines);

    private IEnumerable<string> Lines(ToldCause told) =>
        [
            .. told.Cause is not null && told.Findings.Count > 2
                // Places with one cause are all alike.
                ? [told.Findings[0].Shown(), $"and at {told.Findings.Count - 1} places more"]
                : told.Findings.Select(ReportWords.Shown),
            told.Mend,
            .. told is { Elsewhere: null, Cause.Mend: var mend } ? Changes(mend) : [],
            .. told.Fixes is { } fixes ? new[] { fixes } : [],
        ];

    private IEnumerable<string> Changes(Mend mend) =>
        [
            .. _plan.Value.Of(mend).SelectMany(Lines),
            .. _plan.Value.Elsewhere(mend).Select(_telling.FirstOf).Distinct().Select(other => $"  with the lines of {other}"),
            .. _plan.Value.Waits(mend) ? new[] { "  judge again once that is done: other lines of this place change first" } : [],
        ];

    private IEnumerable<string> Lines(Hunk hunk)
    {
        var file = assessment.Submission.Folder.File(hunk.Location.File);
        var changed = hunk.Removed.Select(line => $"  - {Plain(line)}").Concat(hunk.Added.Select(line => $"  + {Plain(line)}")).ToArray();
        // Of lines that are only added, the one that they follow.
        string[] before =
            hunk.Removed.Count == 0 && hunk.Location.Line > 1 && file is not null
                ? [$"    {Plain(Hunk.Lines(file.Text)[hunk.Location.Line - 2])}"]
                : [];
        // Of a file that is new, the first.
        var shown = file is null ? changed.Take(MostLines) : changed;
        string[] more =
            file is null && changed.Length > MostLines
                ? [$"  … and {changed.Length - MostLines} lines more: --fix DIRECTORY writes them all, and --format patch prints them"]
                : [];
        return [$"  {hunk.Location}", .. before, .. shown, .. more];
    }

    private static string Plain(string line) => PlainText.OneLine(line.TrimEnd('\n', '\r'));
}
