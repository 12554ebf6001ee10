namespace Bernstein.Check.Mends;

/// <summary>The lines that change where all mends of a folder are made, each told with one of them: by hand they give the same files.</summary>
public sealed class MendPlan
{
    private readonly IReadOnlyList<Mend> _mends;
    private readonly ILookup<int, Hunk> _hunks;
    private readonly ILookup<int, int> _elsewhere;

    /// <summary>Plans the mends of a folder, in the order in which they are told.</summary>
    public MendPlan(ManifestFolder folder, IEnumerable<Mend> mends)
    {
        _mends = [.. mends];
        Mended = MendedFolder.Of(folder, _mends);
        var made = _mends.Select(mend => Alone(folder, mend, Mended.Left).ToArray()).ToArray();
        var told = (
            from file in Mended.Texts
            from hunk in Hunk.Between(file.Key, folder.File(file.Key)?.Text ?? "", file.Value)
            select (Hunk: hunk, Of: Owners(made, hunk))
        ).ToArray();
        _hunks = told.GroupBy(one => one.Of[0])
            .SelectMany(group => Joined(group.Select(one => one.Hunk)).Select(hunk => (group.Key, hunk)))
            .ToLookup(one => one.Key, one => one.hunk);
        _elsewhere = (from one in told from other in one.Of.Skip(1) select (other, one.Of[0]))
            .Distinct()
            .ToLookup(one => one.other, one => one.Item2);
    }

    /// <summary>The folder with all mends made.</summary>
    public MendedFolder Mended { get; }

    /// <summary>The lines that are told with a mend.</summary>
    public IEnumerable<Hunk> Of(Mend mend) => _hunks[At(mend)];

    /// <summary>The other mends with which lines of this one are told.</summary>
    internal IEnumerable<Mend> Elsewhere(Mend mend) => _elsewhere[At(mend)].Select(at => _mends[at]);

    /// <summary>Whether a mend must wait: another one changes the same place first.</summary>
    internal bool Waits(Mend mend) => mend.Edits.Any(Mended.Left.Contains);

    private int At(Mend mend) => _mends.Index().First(one => one.Item.Edits.SequenceEqual(mend.Edits)).Index;

    // What each edit would change if it were the only one.
    private static IEnumerable<Hunk> Alone(ManifestFolder folder, Mend mend, IReadOnlyCollection<Edit> left) =>
        from edit in mend.Edits
        where edit.Kind != EditKind.Move && !left.Contains(edit)
        let text = folder.File(edit.File)?.Text ?? ""
        from hunk in YamlEditor.Apply(text, edit) is { } changed ? Hunk.Between(edit.File, text, changed) : []
        select hunk;

    // Those that change these lines; where the lines of several made it others, the nearest one of the file.
    private static int[] Owners(Hunk[][] made, Hunk hunk)
    {
        var owners = made.Index().Where(one => one.Item.Any(hunk.Touches)).Select(one => one.Index).ToArray();
        return owners.Length > 0 ? owners : [made.Index().MinBy(one => one.Item.Select(hunk.Away).Append(int.MaxValue).Min()).Index];
    }

    private static Hunk[] Joined(IEnumerable<Hunk> hunks) =>
        hunks.Aggregate(
            Array.Empty<Hunk>(),
            (joined, hunk) => joined is [.. var before, var last] && last.With(hunk) is { } both ? [.. before, both] : [.. joined, hunk]
        );
}
