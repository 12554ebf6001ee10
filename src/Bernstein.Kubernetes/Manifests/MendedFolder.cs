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
    /// <summary>
    /// Makes mends in the files of a folder. Of two mends that change one place, each in its way, the first is made and the other left whole:
    /// it is offered again once the first is there.
    /// </summary>
    public static MendedFolder Of(ManifestFolder folder, IEnumerable<Mend> mends)
    {
        var texts = new Dictionary<string, string>();
        var (chosen, left) = (new List<Edit>(), new List<Edit>());
        foreach (var mend in mends)
        {
            var edits = mend.Edits.Except(chosen).Where(edit => !IsAdded(folder, chosen, edit)).ToArray();
            (edits.Any(edit => chosen.Any(other => Clash(edit, other))) ? left : chosen).AddRange(edits);
        }

        var all = chosen.Count + left.Count;
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
        return new MendedFolder(texts, moves, all - left.Count, left);
    }

    /// <summary>The paths and texts of the files of a folder as they are with the mends; none is gone, however little is left in it.</summary>
    public IEnumerable<(string Path, string Text)> In(ManifestFolder folder) =>
        folder
            .Files.Select(file => file.Path)
            .Union(Texts.Keys)
            .Select(path => (Moves.GetValueOrDefault(path, path), Texts.GetValueOrDefault(path) ?? folder.File(path)!.Text));

    // A file that is not there is written once.
    private static bool IsAdded(ManifestFolder folder, IEnumerable<Edit> chosen, Edit edit) =>
        edit.Kind == EditKind.Add
        && folder.File(edit.File) is null
        && chosen.Any(other => other.Kind == EditKind.Add && other.File == edit.File);

    private static bool Clash(Edit one, Edit other) =>
        (one.Kind, other.Kind) switch
        {
            (EditKind.Move, EditKind.Move) => one.File == other.File || one.Value == other.Value,
            (EditKind.Move, EditKind.Add) => one.Value == other.File,
            (EditKind.Add, EditKind.Move) => one.File == other.Value,
            _ when one.File != other.File => false,
            (EditKind.Add, EditKind.Add) => Named(one.Value).Intersect(Named(other.Value)).Any(),
            // The objects that one line divides are judged anew first.
            (EditKind.Separate, not EditKind.Separate) or (not EditKind.Separate, EditKind.Separate) => one.Line > 0 && other.Line > 0,
            _ => one.Line > 0 && one.Line == other.Line && IsOnePlace(one, other),
        };

    private static IEnumerable<string> Named(string text) =>
        YamlReader.Read("", text).Documents.Select(document => $"{document["kind"].Text} {document.At("metadata.name").Text}");

    // Two that add to one list do not meet, but where they add what has one name.
    private static bool IsOnePlace(Edit one, Edit other)
    {
        var (path, inner) = one.Path.Length <= other.Path.Length ? (one.Path, other.Path) : (other.Path, one.Path);
        return path.Length == 0
            || (
                path.EndsWith("[+]", StringComparison.Ordinal)
                    ? path == inner && one.Value.Split('\n')[0] == other.Value.Split('\n')[0]
                    : inner.StartsWith(path, StringComparison.Ordinal) && (inner.Length == path.Length || inner[path.Length] is '.' or '[')
            );
    }

    private static string Ordered(string path) => Index.Replace(path, match => match.Value.PadLeft(6, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Index { get; }
}
