namespace Bernstein.Chart.Tests.Scripts;

/// <summary>The scripts and Helm as a user meets them: each file of Transcripts is a program, and each sentence in it a session of a terminal.</summary>
[NeedsUnix("the shell")]
public sealed class TranscriptTests
{
    private static IEnumerable<TestCaseData> Cases => Transcript.In("Scripts", "Transcripts");

    [TestCaseSource(nameof(Cases))]
    public void A_script_says_what_is_written(Transcript transcript) => transcript.ShouldHold();
}
