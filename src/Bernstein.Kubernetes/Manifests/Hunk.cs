using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Manifests;

/// <summary>What an edit changes in a file, line by line.</summary>
/// <param name="Location">The first line that changes; of a new file, its first.</param>
/// <param name="Removed">The lines that are taken out.</param>
/// <param name="Added">The lines that take their place.</param>
public sealed record Hunk(Location Location, IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    /// <summary>What each edit of a mend changes; nothing for a file that only gets another name, and for an edit that can't be made.</summary>
    public static IReadOnlyList<Hunk> Of(ManifestFolder folder, Mend mend) =>
        [.. mend.Edits.Select(edit => Of(folder.File(edit.File)?.Text ?? "", edit)).OfType<Hunk>()];

    private static Hunk? Of(string text, Edit edit)
    {
        if (YamlEditor.Apply(text, edit) is not { } changed || changed == text)
        {
            return null;
        }

        var (before, after) = (Lines(text), Lines(changed));
        var least = Math.Min(before.Length, after.Length);
        var begin = 0;
        while (begin < least && before[begin] == after[begin])
        {
            begin++;
        }

        var end = 0;
        while (end < least - begin && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return new Hunk(new Location(edit.File, begin + 1), before[begin..^end], after[begin..^end]);
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
