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
        foreach (var line in answers.SelectMany(Lines))
        {
            output.Write(line);
        }
    }

    // What no patch can do stands before it, where git apply and patch pass over it.
    private IEnumerable<string> Lines(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            return [$"# {PlainText.OneLine($"{answer.Path}: not judged, because {answer.Reason}")}\n"];
        }

        var folder = assessment.Submission.Folder;
        var mended = MendedFolder.Of(folder, assessment.Mends);
        string[] told =
        [
            .. assessment.Hints,
            .. assessment.Remarks.Select(ReportWords.Shown),
            .. answer.Changes().Select(change => $"since {settings.Since}: {change.Words}: {change.Requirements.Names()}"),
            .. from left in assessment.LeftToDo
            select $"left to do: {left.Requirement}: {left.Finding.Shown()}. {left.Finding.Mend?.Sentence ?? left.Requirement.Mend}",
        ];
        return
        [
            .. told.Select(line => $"# {PlainText.OneLine(line)}\n"),
            .. mended.Texts.Keys.Union(mended.Moves.Keys).Order(StringComparer.Ordinal).SelectMany(path => OfFile(folder, mended, path)),
        ];
    }

    private static IEnumerable<string> OfFile(ManifestFolder folder, MendedFolder mended, string path)
    {
        var (file, to) = (folder.File(path), mended.Moves.GetValueOrDefault(path, path));
        var mark = file?.HasMark == true ? "\uFEFF" : "";
        var before = file is null ? "" : mark + file.Text;
        var after = mended.Texts.TryGetValue(path, out var text) ? mark + text : before;
        var hunks = Hunk.Between(path, before, after).ToArray();
        var from = file is null ? "/dev/null" : Ended(Name("a/", path));
        return
        [
            $"diff --git {Name("a/", path)} {Name("b/", to)}\n",
            file is null ? "new file mode 100644\n"
            : path != to ? $"rename from {Name("", path)}\nrename to {Name("", to)}\n"
            : "",
            hunks.Length > 0 ? $"--- {from}\n+++ {Ended(Name("b/", to))}\n" : "",
            .. Parts(Hunk.Lines(before), hunks),
        ];
    }

    // Hunks that are near to each other stand in one part, with the lines around them.
    private static IEnumerable<string> Parts(string[] before, Hunk[] hunks)
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
            // Before each of them, and behind the last, stands what does not change.
            var starts = part.Select(After).Prepend(first);
            var kept = starts.Zip(part.Select(hunk => hunk.Location.Line).Append(last), (start, stop) => before[(start - 1)..(stop - 1)]);
            var changed = part.Select(hunk => Signed('-', hunk.Removed).Concat(Signed('+', hunk.Added))).Append([]);
            yield return $"@@ -{Range(first, last - first)} +{Range(first + moved, last - first + grown)} @@\n";
            foreach (var line in kept.Zip(changed, (lines, change) => Signed(' ', lines).Concat(change)).SelectMany(lines => lines))
            {
                yield return line;
            }

            (at, moved) = (end, moved + grown);
        }
    }

    private static int After(Hunk hunk) => hunk.Location.Line + hunk.Removed.Count;

    // Of no lines, the line after which they would stand.
    private static string Range(int first, int count) => $"{(count == 0 ? first - 1 : first)},{count}";

    private static IEnumerable<string> Signed(char sign, IEnumerable<string> lines) =>
        lines.Select(line => line.EndsWith('\n') ? $"{sign}{line}" : $"{sign}{line}\n\\ No newline at end of file\n");

    // In quotes as git writes it, where it holds what would end it.
    private static string Name(string side, string path)
    {
        var escaped = path.Select(letter =>
            letter is '"' or '\\' ? $"\\{letter}"
            : char.IsControl(letter) ? $"\\{Convert.ToString(letter, 8).PadLeft(3, '0')}"
            : $"{letter}"
        );
        var name = string.Concat(escaped);
        return name == path ? side + path : $"\"{side}{name}\"";
    }

    // A tab ends a name that holds a space.
    private static string Ended(string name) => name.Contains(' ') && !name.StartsWith('"') ? name + "\t" : name;
}
