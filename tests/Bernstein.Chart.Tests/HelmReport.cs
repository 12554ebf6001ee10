using System.Diagnostics;
using Bernstein.Chart.Tests.Helm;
using NUnit.Framework;

namespace Bernstein.Chart.Tests;

/// <summary>Says at the end of a run how much of it was Helm.</summary>
[SetUpFixture]
public sealed class HelmReport
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    [OneTimeTearDown]
    public void Print()
    {
        var (count, time) = BernsteinChart.Spent;
        TestContext.Progress.WriteLine($"{count} renderings took {time.TotalSeconds:0.0} s of Helm; the run took {_watch.Elapsed.TotalSeconds:0.0} s.");
    }
}
