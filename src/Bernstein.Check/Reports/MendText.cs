using Bernstein.Check.Requirements;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Check.Reports;

/// <summary>What was found and how it is mended, as lines for people, with the lines of their files that change.</summary>
internal sealed class MendText(Assessment assessment)
{
    private const int MostLines = 16;

    private readonly Telling _telling = new(assessment);

    /// <summary>The lines below a requirement that does not hold.</summary>
    internal IEnumerable<string> Lines(Requirement requirement, Verdict verdict) => _telling.Of(requirement, verdict).SelectMany(Lines);

    private IEnumerable<string> Lines(ToldCause told)
    {
        foreach (var line in told.Cause is null ? told.Findings.Select(Telling.Shown) : Shown(told.Findings))
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
        foreach (var hunk in Hunk.Of(assessment.Submission.Folder, mend))
        {
            yield return $"  {hunk.Location}";
            foreach (var line in hunk.Removed.Select(line => "- " + line).Concat(hunk.Added.Select(line => "+ " + line)).Take(MostLines))
            {
                yield return $"  {PlainText.OneLine(line)}";
            }

            if (hunk.Removed.Count + hunk.Added.Count - MostLines is > 0 and var more)
            {
                yield return $"  … and {more} lines more: --fix DIRECTORY writes them all";
            }
        }
    }

    // Places with one cause are all alike.
    private static IEnumerable<string> Shown(IReadOnlyList<Finding> findings) =>
        findings.Count <= 2 ? findings.Select(Telling.Shown) : [Telling.Shown(findings[0]), $"and at {findings.Count - 1} places more"];
}
