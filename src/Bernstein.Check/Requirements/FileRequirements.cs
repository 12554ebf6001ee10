namespace Bernstein.Check.Requirements;

/// <summary><c>files.NAME</c>: the flat files themselves; and what is said of one that does not hold what it should.</summary>
internal static class FileRequirements
{
    internal static Verdict IsThere(Submission submission, string name) =>
        !submission.Folder.IsFolder ? Verdict.NotJudged("a file was named, not a folder")
        : submission.Folder.File(name) is not null ? Verdict.Pass
        : Verdict.Of(
            NoFile(
                submission,
                name,
                !submission.Arrangement.Meant.TryGetValue(name, out var other) ? $"there is no file {name}"
                    : other.EndsWith("/" + name, StringComparison.Ordinal) ? $"{name} is in a sub-folder: {other}"
                    : $"there is no file {name}; {other} is judged as it"
            )
        );

    /// <summary>What is said of a component without a workload.</summary>
    internal static Finding NoWorkload(Submission submission, Component component)
    {
        var (file, there) = (component.WorkloadFile, submission.Manifests.In(component.WorkloadFile));
        var alike = submission.Manifests.Objects.FirstOrDefault(found => LooksLike(found, component));
        return Without(
            submission,
            file,
            alike is null ? "" : $"; {alike} is in {alike.Root.Location}",
            $"{file} holds {(there.Count == 0 ? "nothing" : string.Join(", ", there))}, and no {component.Kind}",
            new Location(file, 1),
            () => FileMends.Workload(submission, component)
        );
    }

    /// <summary>What is said of a flat file without an object of a kind; where the file is there, at a place and with a mend.</summary>
    internal static Finding NoObject(Submission submission, string file, string kind, Location? place, Func<Mend?> mend)
    {
        var copy = submission.CopiesIn(file).FirstOrDefault(found => found.Kind == kind);
        var lack = copy is null ? $"{file} holds no {kind}" : $"{file} holds {copy}, which belongs into {FlatFiles.Place(copy)}";
        return Without(submission, file, "", lack, place, mend);
    }

    private static Finding Without(Submission submission, string file, string hint, string lack, Location? place, Func<Mend?> mend) =>
        submission.Unread(file)
        ?? (
            submission.Manifests.File(file) is null
                ? NoFile(submission, file, $"there is no file {file}{hint}")
                : new Finding(lack, place) { MendBy = mend }
        );

    private static Finding NoFile(Submission submission, string file, string message) =>
        new(message) { MendBy = () => FileMends.Of(submission, file) };

    private static bool LooksLike(KubernetesObject found, Component component) =>
        Workload.Of(found) is not null && found.Name.Contains(component.Name, StringComparison.OrdinalIgnoreCase);
}
