using System.Text.RegularExpressions;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Manifests;

/// <summary>The texts of a folder's files once mends are made in them.</summary>
/// <param name="Texts">By the path of each file that changes: its new text; empty where nothing is left of it.</param>
/// <param name="Moves">The new path of each file that is renamed.</param>
/// <param name="Made">How many edits were made.</param>
/// <param name="Left">The edits that could not be made, or that another one stood in the way of.</param>
public sealed partial record MendedFolder(
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, string> Moves,
    int Made,
    IReadOnlyList<Edit> Left
)
{
    /// <summary>Makes mends in the files of a folder. Of two edits of one place, the first is made.</summary>
    public static MendedFolder Of(ManifestFolder folder, IEnumerable<Mend> mends)
    {
        var texts = new Dictionary<string, string>();
        var left = new List<Edit>();
        var edits = mends.SelectMany(mend => mend.Edits).Distinct().ToArray();
        var chosen = edits
            .DistinctBy(edit => edit.Kind == EditKind.Add && folder.File(edit.File) is null ? (edit.File, 0, edit.Kind, "") : Place(edit))
            .ToArray();
        left.AddRange(edits.Except(chosen));

        // From the last object of a file to the first, and in a list from its end, so that each edit finds its place as it was.
        foreach (
            var edit in chosen
                .Where(edit => edit.Kind != EditKind.Move)
                .OrderByDescending(edit => edit.Line)
                .ThenBy(edit => edit.Kind)
                .ThenByDescending(edit => edit.Kind == EditKind.Remove ? Ordered(edit.Path) : "", StringComparer.Ordinal)
        )
        {
            var text = texts.GetValueOrDefault(edit.File) ?? folder.File(edit.File)?.Text ?? "";
            if (YamlEditor.Apply(text, edit) is { } changed)
            {
                texts[edit.File] = changed;
            }
            else
            {
                left.Add(edit);
            }
        }

        var moves = chosen.Where(edit => edit.Kind == EditKind.Move).ToDictionary(edit => edit.File, edit => edit.Value);
        return new MendedFolder(texts, moves, edits.Length - left.Count, left);
    }

    /// <summary>The paths and texts of the files of a folder as they are with the mends; none of what is empty then.</summary>
    public IEnumerable<(string Path, string Text)> In(ManifestFolder folder) =>
        folder
            .Files.Select(file => file.Path)
            .Union(Texts.Keys)
            .Select(path => (Moves.GetValueOrDefault(path, path), Texts.GetValueOrDefault(path) ?? folder.File(path)!.Text))
            .Where(file => file.Item2.Length > 0);

    // Edits that add to a file or to a list are of one place only where they add the same.
    private static (string, int, EditKind, string) Place(Edit edit) =>
        (
            edit.File,
            edit.Line,
            edit.Kind,
            edit.Kind == EditKind.Add || edit.Path.EndsWith("[+]", StringComparison.Ordinal) ? edit.Path + edit.Value : edit.Path
        );

    private static string Ordered(string path) => Index().Replace(path, match => match.Value.PadLeft(6, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Index();
}
