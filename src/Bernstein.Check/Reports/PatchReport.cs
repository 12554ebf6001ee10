using DiffPlex.Model;
using DiffPlex.Renderer;

namespace Bernstein.Check.Reports;

/// <summary>
/// For <c>git apply</c> and <c>patch -p1</c>, called in the folder: every mend as a unified diff, with the lines of git for new names and new
/// files (https://git-scm.com/docs/diff-format).
/// </summary>
public sealed partial class PatchReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        foreach (var part in answers.SelectMany(Parts))
        {
            output.Write(part);
        }
    }

    // What no patch can do stands before it, where git apply and patch pass over it.
    private IEnumerable<string> Parts(Answer answer)
    {
        if (answer.Assessment is not { } assessment)
        {
            return [$"# {PlainText.OneLine($"{answer.Path}: {answer.Unjudged()}")}\n"];
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
            .. mended.Texts.Keys.Union(mended.Moves.Keys).Order(StringComparer.Ordinal).Select(path => OfFile(folder, mended, path)),
        ];
    }

    private static string OfFile(ManifestFolder folder, MendedFolder mended, string path)
    {
        var (file, to) = (folder.File(path), mended.Moves.GetValueOrDefault(path, path));
        var mark = file?.HasMark == true ? "\uFEFF" : "";
        var before = file is null ? "" : mark + file.Text;
        var after = mended.Texts.TryGetValue(path, out var text) ? mark + text : before;
        var head =
            file is null ? "new file mode 100644\n"
            : path != to ? $"rename from {Name("", path)}\nrename to {Name("", to)}\n"
            : "";
        var diff = Hunk.Diff(before, after);
        var lines = new DiffResult([.. diff.PiecesOld.Select(Line)], [.. diff.PiecesNew.Select(Line)], diff.DiffBlocks);
        var changes = UnidiffRenderer
            .Instance.Generate(lines, file is null ? "/dev/null" : Ended(Name("a/", path)), Ended(Name("b/", to)))
            .Replace(Environment.NewLine, "\n", StringComparison.Ordinal);
        return $"diff --git {Name("a/", path)} {Name("b/", to)}\n{head}{NoLines().Replace(changes, "0,0")}";
    }

    private static string Line(string line) => line.EndsWith('\n') ? line[..^1] : $"{line}\n\\ No newline at end of file";

    // Of no lines, git names the line after which they would stand.
    [GeneratedRegex(@"(?<=^@@ .*[-+])1,0\b", RegexOptions.Multiline)]
    private static partial Regex NoLines();

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
