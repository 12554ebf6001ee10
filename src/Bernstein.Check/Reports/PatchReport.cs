namespace Bernstein.Check.Reports;

/// <summary>
/// For <c>git apply</c> and <c>patch -p1</c>, called in the folder: every mend as a unified diff, with the lines of git for new names and new
/// files (https://git-scm.com/docs/diff-format).
/// </summary>
public sealed class PatchReport(ReportSettings settings) : IReport
{
    private const int Context = 3;

    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            foreach (var line in Told(answer))
            {
                output.Write($"# {PlainText.OneLine(line)}\n");
            }

            if (answer.Assessment is not { } assessment)
            {
                continue;
            }

            var folder = assessment.Submission.Folder;
            var mended = MendedFolder.Of(folder, assessment.Mends);
            foreach (var path in mended.Texts.Keys.Union(mended.Moves.Keys).Order(StringComparer.Ordinal))
            {
                WriteFile(output, folder, mended, path);
            }
        }
    }

    // What no patch can do stands before it, where git apply and patch pass over it.
    private IEnumerable<string> Told(Answer answer) =>
        answer.Assessment is not { } assessment
            ? [$"{answer.Path}: not judged, because {answer.Reason}"]
            :
            [
                .. assessment.Submission.Arrangement.Hints,
                .. assessment.Submission.Folder.Remarks.Select(remark => $"{remark.Location}: {remark.Message}"),
                .. answer
                    .Changes()
                    .Select(change =>
                        $"since {settings.Since}: {change.Words}: {string.Join(' ', change.Requirements.Select(requirement => requirement.Identifier))}"
                    ),
                .. from failure in assessment.Failures
                from finding in failure.Verdict.Findings
                where finding.Mend is not { Edits.Count: > 0 }
                select $"left to do: {failure.Requirement.Identifier}: {FindingsByCause.Shown(finding)}. {finding.Mend?.Sentence ?? failure.Requirement.Mend}",
            ];

    private static void WriteFile(TextWriter output, ManifestFolder folder, MendedFolder mended, string path)
    {
        var (file, to) = (folder.File(path), mended.Moves.GetValueOrDefault(path, path));
        var mark = file?.HasMark == true ? "\uFEFF" : "";
        var before = file is null ? "" : mark + file.Text;
        var after = mended.Texts.TryGetValue(path, out var text) ? mark + text : before;
        output.Write($"diff --git {Name("a/", path)} {Name("b/", to)}\n");
        if (file is null)
        {
            output.Write("new file mode 100644\n");
        }
        else if (path != to)
        {
            output.Write($"rename from {Name("", path)}\nrename to {Name("", to)}\n");
        }

        var hunks = Hunk.Between(path, before, after).ToArray();
        if (hunks.Length > 0)
        {
            output.Write($"--- {(file is null ? "/dev/null" : Ended(Name("a/", path)))}\n+++ {Ended(Name("b/", to))}\n");
            WriteHunks(output, Hunk.Lines(before), hunks);
        }
    }

    // Those that are near to each other stand in one part, with the lines around them.
    private static void WriteHunks(TextWriter output, string[] before, Hunk[] hunks)
    {
        var moved = 0;
        for (var at = 0; at < hunks.Length; )
        {
            var end = at + 1;
            while (end < hunks.Length && hunks[end].Location.Line - After(hunks[end - 1]) <= 2 * Context)
            {
                end++;
            }

            var part = hunks[at..end];
            var (first, last) = (Math.Max(1, part[0].Location.Line - Context), Math.Min(before.Length + 1, After(part[^1]) + Context));
            var grown = part.Sum(hunk => hunk.Added.Count - hunk.Removed.Count);
            output.Write($"@@ -{Range(first, last - first)} +{Range(first + moved, last - first + grown)} @@\n");
            var line = first;
            foreach (var hunk in part)
            {
                WriteLines(output, ' ', before[(line - 1)..(hunk.Location.Line - 1)]);
                WriteLines(output, '-', hunk.Removed);
                WriteLines(output, '+', hunk.Added);
                line = After(hunk);
            }

            WriteLines(output, ' ', before[(line - 1)..(last - 1)]);
            (at, moved) = (end, moved + grown);
        }
    }

    private static int After(Hunk hunk) => hunk.Location.Line + hunk.Removed.Count;

    // Of no lines, the line after which they would stand.
    private static string Range(int first, int count) => $"{(count == 0 ? first - 1 : first)},{count}";

    private static void WriteLines(TextWriter output, char sign, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.Write(line.EndsWith('\n') ? $"{sign}{line}" : $"{sign}{line}\n\\ No newline at end of file\n");
        }
    }

    // In quotes as git writes it, where it holds what would end it.
    private static string Name(string side, string path) =>
        path.Any(letter => letter is '"' or '\\' || char.IsControl(letter))
            ? $"\"{side}{string.Concat(path.Select(letter => letter is '"' or '\\' ? $"\\{letter}" : char.IsControl(letter) ? $"\\{Convert.ToString(letter, 8).PadLeft(3, '0')}" : $"{letter}"))}\""
            : side + path;

    // A tab ends a name that holds a space.
    private static string Ended(string name) => name.Contains(' ') && !name.StartsWith('"') ? name + "\t" : name;
}
