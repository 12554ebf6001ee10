using System.ComponentModel;
using System.Diagnostics;

namespace Bernstein.Check;

/// <summary>What <c>--fix</c> does: the mends of a hand-in in a copy of it or in the folder itself, and what is left to do said.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Directory">Where the copy goes; null where the folder itself is mended.</param>
internal sealed record Fixing(string Folder, string? Directory)
{
    /// <summary>What is judged and where the copy goes: of <c>--fix FOLDER --in-place</c>, the folder stands where a copy would be named.</summary>
    internal static (string[] Paths, string? Directory) Named(string[] paths, string? directory, bool isInPlace) =>
        paths.Length == 0 && isInPlace && directory is not null ? ([directory], null) : (paths, directory);

    /// <summary>Writes the mends, and says how many there are; or why they were not written.</summary>
    internal string? Write(Assessment assessment, TextWriter error)
    {
        try
        {
            var folder = assessment.Submission.Folder;
            var mended = Directory is null
                ? MendedCopy.WriteInPlace(folder, assessment.Mends)
                : MendedCopy.Write(folder, assessment.Mends, Directory);
            var left = assessment.LeftToDo.Count() + mended.Left.Count;
            error.WriteLine(
                $"check: {mended.Made} edits made in {Directory ?? Folder}; judge it {(Directory is null ? "again" : "too")}{(left == 0 ? "" : $"; {left} left to do by hand")}"
            );
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"--fix {Directory ?? "--in-place"}: {exception.Message}";
        }
    }

    /// <summary>Why a folder is not mended where it is: what git does not know, nobody gets back. Null where it may be.</summary>
    internal static string? WhyNot(string folder)
    {
        const string Otherwise = "; --fix DIRECTORY changes a copy, --force the folder in any case";
        // Of what git ignores, the manifests count: nothing else is written to.
        string[] manifests = [":(icase)*.yaml", ":(icase)*.yml", ":(icase)*.json", ":(exclude)node_modules"];
        var start = new ProcessStartInfo("git", ["-C", folder, "status", "--porcelain", "-z", "-uall", "--ignored", "--", .. manifests])
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
                : changes.Length > 0 ? $"git could not bring {folder} back: {Told(changes.Split('\0')[0])}. Commit it first{Otherwise}"
                : null;
        }
        catch (Win32Exception)
        {
            return $"whether {folder} is under version control can't be seen without git{Otherwise}";
        }
    }

    // A line of git status in words: two letters, a space, and the path.
    private static string Told(string change) =>
        $"{change[3..]} is {change[..2].Trim()[0] switch { '?' or 'A' => "new", '!' => "ignored", 'D' => "deleted", 'R' => "renamed", _ => "changed" }}";
}
