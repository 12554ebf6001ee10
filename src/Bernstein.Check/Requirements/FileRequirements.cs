namespace Bernstein.Check.Requirements;

/// <summary><c>files.NAME</c>: the flat files themselves.</summary>
internal static class FileRequirements
{
    internal static Verdict IsThere(Submission submission, string name) =>
        !submission.Folder.IsFolder ? Verdict.NotJudged("a file was named, not a folder")
        : submission.Folder.File(name) is not null ? Verdict.Pass
        : Verdict.Of(
            new Finding(
                !submission.Arrangement.Meant.TryGetValue(name, out var other) ? $"there is no file {name}"
                : other.EndsWith("/" + name, StringComparison.Ordinal) ? $"{name} is in a sub-folder: {other}"
                : $"there is no file {name}; {other} is judged as it"
            )
            {
                MendBy = () => FileMends.Of(submission, name),
            }
        );
}
