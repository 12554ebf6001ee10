using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Reports;

/// <summary>
/// What was found and how it is mended, for people: each mend once, under the first requirement that fails for its cause, with the lines
/// that change; under the others, where it stands, and what has not been said there.
/// </summary>
internal sealed class MendText
{
    private const int MostLines = 16;

    private readonly ManifestFolder _folder;
    private readonly Dictionary<string, Cause> _causes;
    private readonly ILookup<string, string> _saidFirst;

    /// <summary>Takes the causes of what does not hold.</summary>
    internal MendText(Assessment assessment)
    {
        _folder = assessment.Submission.Folder;
        _causes = assessment.Causes.ToDictionary(cause => Cause.Key(cause.Mend));
        _saidFirst = (
            from failure in assessment.Failures
            from finding in failure.Verdict.Findings
            where finding.Mend is not null
            let key = Cause.Key(finding.Mend!)
            where _causes[key].First == failure.Requirement
            select (key, Text: Shown(finding))
        ).ToLookup(said => said.key, said => said.Text);
    }

    /// <summary>The lines below a requirement that does not hold.</summary>
    internal IEnumerable<string> Lines(Requirement requirement, Verdict verdict)
    {
        foreach (var group in verdict.Findings.GroupBy(finding => finding.Mend is null ? "" : Cause.Key(finding.Mend)))
        {
            var cause = group.Key.Length == 0 ? null : _causes[group.Key];
            IEnumerable<Finding> news =
                cause is null || cause.First == requirement
                    ? group
                    : group.Where(finding => !_saidFirst[group.Key].Contains(Shown(finding)));
            foreach (var line in cause is null ? news.Select(Shown) : Shown([.. news]))
            {
                yield return line;
            }

            foreach (var line in cause is null ? [$"Mend: {requirement.Mend}"] : Mended(requirement, cause))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Mended(Requirement requirement, Cause cause)
    {
        if (cause.First != requirement)
        {
            yield return $"Mended with {cause.First.Identifier}.";
            yield break;
        }

        yield return $"Mend: {cause.Mend.Sentence}";
        foreach (var hunk in Hunk.Of(_folder, cause.Mend))
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

        if (cause.Requirements.Count > 1)
        {
            var others = cause.Requirements.Skip(1).Select(other => other.Identifier);
            yield return $"Fixes {cause.Requirements.Count}: this and {string.Join(' ', others)}";
        }
    }

    // Places with one cause are all alike.
    private static IEnumerable<string> Shown(Finding[] findings) =>
        findings.Length <= 2 ? findings.Select(Shown) : [Shown(findings[0]), $"and at {findings.Length - 1} places more"];

    private static string Shown(Finding finding) => $"{(finding.Location is null ? "" : $"{finding.Location}: ")}{finding.Message}";
}
