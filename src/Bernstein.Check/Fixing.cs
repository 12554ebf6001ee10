using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace Bernstein.Check;

/// <summary>What <c>--fix</c> does: the mends of a hand-in in a copy of it or in the folder itself, and what is left to do said.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Directory">Where the copy goes; null where the folder itself is mended.</param>
internal sealed record Fixing(string Folder, string? Directory)
{
    /// <summary>Takes what was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Its options.</param>
    /// <param name="paths">The folders that are named; of <c>--fix FOLDER --in-place</c>, none is.</param>
    /// <returns>The folders that are judged; what is done with the one, null for nothing; and why it is not.</returns>
    internal static (string[] Paths, Fixing? Fixing, string? Refusal) Of(ParseResult parsed, CommandOptions options, string[] paths)
    {
        var (isAsked, directory) = (parsed.GetResult(options.Fix) is not null, parsed.GetValue(options.Fix));
        var (isInPlace, isForced) = (parsed.GetValue(options.InPlace), parsed.GetValue(options.Force));
        if (paths.Length == 0 && isInPlace && directory is not null)
        {
            (paths, directory) = ([directory], null);
        }

        var refusal =
            paths.Length == 0 ? null
            : !isAsked ? (isInPlace || isForced ? "--in-place and --force need --fix" : null)
            : isInPlace && directory is not null ? "--fix DIRECTORY writes a copy, and --fix --in-place the folder itself: give one of them"
            : !isInPlace && directory is null ? "--fix needs a new DIRECTORY for the copy, or --in-place"
            : isForced && !isInPlace ? "--force needs --fix --in-place"
            : paths.Length > 1 || !System.IO.Directory.Exists(paths[0]) ? "--fix takes one folder: name one"
            : isInPlace && !isForced ? WhyNot(paths[0])
            : null;
        return (paths, isAsked && refusal is null && paths.Length == 1 ? new Fixing(paths[0], directory) : null, refusal);
    }

    /// <summary>Writes the mends, and says how many there are.</summary>
    /// <param name="assessment">What was judged.</param>
    /// <param name="error">Where it is said.</param>
    /// <returns>Why they were not written; null where they were.</returns>
    internal string? Write(Assessment assessment, TextWriter error)
    {
        try
        {
            var folder = assessment.Submission.Folder;
            var mended = Directory is null
                ? MendedCopy.WriteInPlace(folder, assessment.Mends)
                : MendedCopy.Write(folder, assessment.Mends, Directory);
            var alone = assessment.Failures.Sum(failure =>
                failure.Verdict.Findings.Count(finding => finding.Mend is not { Edits.Count: > 0 })
            );
            error.WriteLine(
                $"check: {mended.Made} edits made in {Directory ?? Folder}; judge it {(Directory is null ? "again" : "too")}"
                    + (alone + mended.Left.Count == 0 ? "" : $"; {alone + mended.Left.Count} left to do by hand")
            );
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"--fix {Directory ?? "--in-place"}: {exception.Message}";
        }
    }

    // What git does not know, nobody gets back.
    private static string? WhyNot(string folder)
    {
        const string Otherwise = "; --fix DIRECTORY changes a copy, --force the folder in any case";
        var start = new ProcessStartInfo("git", ["-C", folder, "status", "--porcelain", "--", "."])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var changes = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode != 0 ? $"{folder} is not under version control (git){Otherwise}"
                : changes.Length > 0
                    ? $"{folder} has changes that are not committed, such as {changes.Split('\n')[0].Trim()}: commit them first{Otherwise}"
                : null;
        }
        catch (Win32Exception)
        {
            return $"whether {folder} is under version control can't be seen without git{Otherwise}";
        }
    }
}
