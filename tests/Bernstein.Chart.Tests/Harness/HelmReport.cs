// NUnit asks it when the tests of this namespace, and of those below it, have ended.
namespace Bernstein.Chart.Tests;

/// <summary>Says at the end of a run how much of it was Helm, and where $BERNSTEIN_COMMAND_LOG names a file, lists there what Helm was asked.</summary>
[SetUpFixture]
public sealed class HelmReport
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    [OneTimeTearDown]
    public void Print()
    {
        var seconds = HelmTool.Runs.Sum(run => run.Duration.TotalSeconds);
        TestContext.Error.WriteLine(
            FormattableString.Invariant(
                $"Helm: {HelmTool.Runs.Count} processes, {seconds:0.0} s on {Environment.ProcessorCount} processors; the tests took {_watch.Elapsed.TotalSeconds:0.0} s."
            )
        );
        if (Project.Variable("BERNSTEIN_COMMAND_LOG") is { } path)
        {
            File.WriteAllLines(path, HelmTool.Runs.Select(run => run.Line));
        }
    }
}
