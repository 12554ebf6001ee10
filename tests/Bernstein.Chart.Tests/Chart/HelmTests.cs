namespace Bernstein.Chart.Tests.Chart;

/// <summary>What Helm says to a user of the chart: the sessions in Transcripts.</summary>
[NeedsUnix("the shell")]
public sealed class HelmTests
{
    private static IEnumerable<TestCaseData> Cases => Transcript.In("Chart", "Transcripts");

    [TestCaseSource(nameof(Cases))]
    public void Helm_says_what_is_written(Transcript transcript) => transcript.ShouldHold();
}
