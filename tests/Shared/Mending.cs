namespace Bernstein;

/// <summary>Follows the mends of what was found, to the letter.</summary>
internal static class Mending
{
    /// <summary>The same submission once all its mends are made.</summary>
    internal static Assessment Mended(Assessment before) =>
        Assessment.Of(
            new Submission(Made(before.Submission.Folder, before.Mends), before.Submission.KubernetesVersion),
            before.Outcomes.Select(outcome => outcome.Requirement)
        );

    /// <summary>A folder with mends made in it.</summary>
    internal static ManifestFolder Made(ManifestFolder folder, IEnumerable<Mend> mends)
    {
        var mended = MendedFolder.Of(folder, mends);
        return new ManifestFolder(
            "mended",
            [
                .. mended
                    .In(folder)
                    .Select(file =>
                        folder.File(file.Path) is { } same && same.Text == file.Text ? same : FlatFiles.Parse(file.Path, file.Text)
                    ),
            ]
        );
    }

    /// <summary>The requirements that hold.</summary>
    internal static IEnumerable<string> Held(Assessment assessment) =>
        assessment.Outcomes.Where(outcome => outcome.Verdict.Status == Status.Pass).Select(outcome => outcome.Requirement.Identifier);

    /// <summary>A requirement that does not hold, with what was found and its mend.</summary>
    internal static string Shown((Requirement Requirement, Verdict Verdict) failure) =>
        $"{failure.Requirement.Identifier}: {string.Join("; ", failure.Verdict.Findings.Select(finding => $"{finding.Location} {finding.Message} → {finding.Mend?.Sentence} {string.Join(", ", finding.Mend?.Edits ?? [])}"))}";

    /// <summary>
    /// The text with hunks made in it, in whatever order they come: each names its line as the text was before all of them.
    /// </summary>
    internal static string Applied(string text, IEnumerable<Hunk> hunks)
    {
        var (lines, moved) = (Hunk.Lines(text).ToList(), new List<(int Line, int By)>());
        foreach (var hunk in hunks)
        {
            var at = hunk.Location.Line - 1 + moved.Where(move => move.Line < hunk.Location.Line).Sum(move => move.By);
            lines.RemoveRange(at, hunk.Removed.Count);
            lines.InsertRange(at, hunk.Added);
            moved.Add((hunk.Location.Line, hunk.Added.Count - hunk.Removed.Count));
        }

        return string.Concat(lines);
    }
}
