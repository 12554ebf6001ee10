namespace Bernstein.Check.Requirements;

/// <summary><c>files.NAME</c>: the flat files themselves.</summary>
internal static class FileRequirements
{
    internal static IEnumerable<Requirement> All() =>
        FlatFiles.Names.Select(name => new Requirement(
            $"files.{name}",
            Severity.Specification,
            $"The file {name} exists at the top of the folder.",
            "kubectl apply -f stops at the first file that is missing.",
            $"Put its objects into a file {name} at the top of the folder.",
            submission => Judge(submission, name)
        ));

    private static Verdict Judge(Submission submission, string name)
    {
        if (!submission.Folder.IsFolder)
        {
            return Verdict.NotJudged("a file was named, not a folder");
        }

        if (submission.Folder.File(name) is not null)
        {
            return Verdict.Pass;
        }

        return Verdict.Fail(
            !submission.Arrangement.Meant.TryGetValue(name, out var other) ? $"there is no file {name}"
                : other.EndsWith("/" + name, StringComparison.Ordinal) ? $"{name} is in a sub-folder: {other}"
                : $"there is no file {name}; {other} is judged as it",
            mend: () => FileMends.Of(submission, name)
        );
    }
}
