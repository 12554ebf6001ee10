using Bernstein.Check.Mends;
using Bernstein.Check.Requirements;

namespace Bernstein.Check;

/// <summary>What <c>--fix</c> does: the mends of a hand-in in a copy of it, and what is left to do said.</summary>
internal static class FixedCopy
{
    /// <summary>Writes the copy, and says what is in it.</summary>
    /// <param name="assessment">What was judged.</param>
    /// <param name="directory">Where the copy goes.</param>
    /// <param name="error">Where it is said.</param>
    /// <returns>Why it was not written; null where it was.</returns>
    internal static string? Write(Assessment assessment, string directory, TextWriter error)
    {
        try
        {
            var mended = MendedCopy.Write(assessment.Submission.Folder, assessment.Mends, directory);
            var alone = assessment.Failures.Sum(failure =>
                failure.Verdict.Findings.Count(finding => finding.Mend is not { Edits.Count: > 0 })
            );
            error.WriteLine(
                $"check: {mended.Made} edits are made in {directory}; judge it too"
                    + (alone + mended.Left.Count == 0 ? "" : $", and see to what is left: {alone + mended.Left.Count}")
            );
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"--fix {directory}: {exception.Message}";
        }
    }
}
