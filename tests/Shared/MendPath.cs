namespace Bernstein;

/// <summary>A folder and what becomes of it when its mends are made again and again.</summary>
internal static class MendPath
{
    private const int MostRounds = 8;

    /// <summary>What is wrong on the way; nothing where every mend leads somewhere.</summary>
    /// <param name="files">The texts of the folder by their paths.</param>
    internal static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> files) => Faults(Folder(files));

    /// <summary>The same of what was judged, by the requirements that were asked.</summary>
    internal static IEnumerable<string> Faults(Assessment before) =>
        Faults(
            before.Submission.Folder,
            folder =>
                Assessment.Of(
                    new Submission(folder, before.Submission.KubernetesVersion),
                    before.Outcomes.Select(outcome => outcome.Requirement)
                )
        );

    /// <summary>A folder of texts by their paths.</summary>
    internal static ManifestFolder Folder(IReadOnlyDictionary<string, string> files) =>
        new("folder", [.. files.Select(file => FlatFiles.Parse(file.Key, file.Value)).OrderBy(file => file.Path, StringComparer.Ordinal)]);

    /// <summary>The same of a folder that was read.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="judge">How it is judged; null for a deployment, by the requirements of the specification.</param>
    internal static IEnumerable<string> Faults(ManifestFolder folder, Func<ManifestFolder, Assessment>? judge = null)
    {
        var assess = judge ?? Assess;
        var before = assess(folder);
        for (var round = 1; before.Mends.Any(mend => mend.Edits.Count > 0); round++)
        {
            if (round > MostRounds)
            {
                return [$"after {MostRounds} rounds there is still: {Shown(before)}"];
            }

            var next = Mending.Made(folder, before.Mends);
            var after = assess(next);
            var faults = Step(folder, before, next, after).ToArray();
            if (faults.Length > 0)
            {
                return [.. faults.Select(fault => $"round {round}: {fault}")];
            }

            (folder, before) = (next, after);
        }

        return [];
    }

    /// <summary>The same of a folder on a disk, which is copied with its mends again and again; what stands there is there after each step.</summary>
    internal static IEnumerable<string> FaultsOnDisk(string path)
    {
        for (var round = 1; ; round++)
        {
            var (folder, next) = (FlatFiles.Read(path), $"{path}.{round}");
            var mends = Assess(folder).Mends.ToArray();
            if (mends.All(mend => mend.Edits.Count == 0))
            {
                return [];
            }

            var moves = MendedCopy.Write(folder, mends, next).Moves;
            var lost = Entries(path, "").Select(entry => moves.GetValueOrDefault(entry, entry)).Except(Entries(next, "")).ToArray();
            if (lost.Length > 0 || round > MostRounds)
            {
                return [$"round {round}, gone: {string.Join(' ', lost)}"];
            }

            path = next;
        }
    }

    // No copy can be made of a pipe or a socket.
    private static IEnumerable<string> Entries(string folder, string prefix) =>
        from entry in new DirectoryInfo(folder).EnumerateFileSystemInfos()
        where entry.Name is not ("pipe.yaml" or "socket.yaml")
        from path in entry is DirectoryInfo { LinkTarget: null } inner
            ? Entries(inner.FullName, $"{prefix}{entry.Name}/").Prepend(prefix + entry.Name)
            : [prefix + entry.Name]
        select path;

    private static IEnumerable<string> Step(ManifestFolder folder, Assessment before, ManifestFolder next, Assessment after)
    {
        var (lost, twice) = (Gone(folder, before, next), Twice(next.Files).Except(Twice(folder.Files)).ToArray());
        if (next.Files.Select(file => (file.Path, file.Text)).SequenceEqual(folder.Files.Select(file => (file.Path, file.Text))))
        {
            yield return $"nothing changes by: {Shown(before)}";
        }

        if (ByHand(folder, before) is { Length: > 0 } others)
        {
            yield return $"by hand other bytes: {others}";
        }

        if (after.Passed < before.Passed)
        {
            yield return $"{before.Passed} passed, then {after.Passed}: {string.Join(' ', Mending.Held(before).Except(Mending.Held(after)))}, by {Shown(before)}; then {Shown(after)}";
        }

        if (lost.Length > 0)
        {
            yield return $"gone: {string.Join(' ', lost)}";
        }

        if (twice.Length > 0)
        {
            yield return $"stands twice: {string.Join(", ", twice)}, by {Shown(before)}";
        }
    }

    // The lines that are told, done in the order in which they are told.
    private static string ByHand(ManifestFolder folder, Assessment before)
    {
        var plan = new MendPlan(folder, before.Mends);
        var hunks = before.Mends.SelectMany(plan.Of).ToLookup(hunk => hunk.Location.File);
        return string.Join(
            ' ',
            plan.Mended.Texts.Where(file => Mending.Applied(folder.File(file.Key)?.Text ?? "", hunks[file.Key]) != file.Value)
                .Select(file => file.Key)
        );
    }

    private static string[] Gone(ManifestFolder folder, Assessment before, ManifestFolder next)
    {
        var moves = before
            .Mends.SelectMany(mend => mend.Edits)
            .Where(edit => edit.Kind == EditKind.Move)
            .ToLookup(edit => edit.File, edit => edit.Value);
        return [.. folder.Files.Select(file => moves[file.Path].FirstOrDefault(file.Path)).Where(path => next.File(path) is null)];
    }

    /// <summary>The objects that stand twice.</summary>
    internal static IEnumerable<string> Twice(IEnumerable<ManifestFile> files) =>
        files
            .SelectMany(file => file.Objects)
            .Where(found => found.Name.Length > 0)
            .GroupBy(found => $"{found} of {found.Namespace}")
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    private static Assessment Assess(ManifestFolder folder) => Assessment.Of(new Submission(folder, new Version(1, 22)));

    private static string Shown(Assessment assessment) =>
        string.Join(" | ", assessment.Failures.Select(Mending.Shown)) is { Length: > 1500 } text
            ? text[..1500]
            : string.Join(" | ", assessment.Failures.Select(Mending.Shown));
}
