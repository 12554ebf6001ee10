namespace Bernstein.Check.Why;

/// <summary>
/// Asks of each part of a manifest what it is there for: it is taken out, the folder is judged again, and what fails then asks for it. Of a
/// block that nothing asks for, nothing asks for its parts: that an object is refused without them is the block's own doing.
/// </summary>
/// <param name="Before">The folder as it is.</param>
/// <param name="Judge">Judges it when something is changed.</param>
public sealed record Questions(Assessment Before, Func<ManifestFolder, Assessment> Judge)
{
    /// <summary>What asks for each part of a file.</summary>
    /// <param name="file">A file of the folder.</param>
    /// <exception cref="YamlDotNet.Core.YamlException">Its text stops being YAML.</exception>
    public FileAnswers Of(ManifestFile file)
    {
        var faults = FileAnswers.FaultsOf(file, Before).Select(fault => fault.Finding.Location!.Line).ToHashSet();
        var parts = file.Objects.Select(found => WrittenPart.Read(found, file.Text)).OfType<WrittenPart>();
        return new FileAnswers(file, [.. parts.Select(part => Ask(part, faults))], Before);
    }

    private AskedPart Ask(WrittenPart part, HashSet<int> faults)
    {
        var by = Lost(part.Of, part.Without());
        // Wiring asks that values fit together, whatever they are.
        var byValue =
            by.Count == 0 && part.Changed() is { } changed
                ? Lost(part.Of, changed).Where(lost => lost.Severity == Severity.Specification).ToArray()
                : [];
        return byValue.Length > 0 ? new AskedPart(part, byValue, true, null, [])
            // What is asked for, and is wrong, is not without anybody who asks.
            : by.Count > 0 || faults.Any(part.IsOn)
                ? new AskedPart(part, by, false, null, [.. part.Below.Select(below => Ask(below, faults))]) { IsFaulty = by.Count == 0 }
            : Unasked(part, null);
    }

    private static AskedPart Unasked(WrittenPart part, Reason? above)
    {
        var reason = above ?? Reason.For(part);
        return new AskedPart(part, [], false, reason, [.. part.Below.Select(below => Unasked(below, reason))]);
    }

    private IReadOnlyList<Requirement> Lost(KubernetesObject found, Node? root)
    {
        KubernetesObject[] Changed(KubernetesObject other) =>
            !ReferenceEquals(other, found) ? [other]
            : root is null ? []
            : [new(root)];

        var folder = Before.Submission.Folder;
        var files = folder.Files.Select(file => file with { Objects = [.. file.Objects.SelectMany(Changed)] });
        var after = Judge(new ManifestFolder(folder.Path, [.. files]) { IsFolder = folder.IsFolder });
        return
        [
            .. from pair in Before.Outcomes.Zip(after.Outcomes)
            where IsWorse(pair.First.Verdict, pair.Second.Verdict)
            select pair.Second.Requirement,
        ];
    }

    // Where something fails already, one more place asks too.
    private static bool IsWorse(Verdict before, Verdict after) =>
        after.Status == Status.Fail
        && (before.Status == Status.Pass || (before.Status == Status.Fail && after.Findings.Count > before.Findings.Count));
}
