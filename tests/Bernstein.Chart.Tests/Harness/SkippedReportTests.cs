using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>The last line of a run says why tests were skipped.</summary>
public sealed class SkippedReportTests
{
    [Test]
    public void Each_reason_stands_once_with_the_number_of_its_tests() =>
        SkippedReport
            .Line(Suite("needs redis-server (on Debian: apt-get install redis-server)", "no cluster", null, "no cluster"))
            .ShouldBe("Skipped tests: 3. 2: no cluster; 1: needs redis-server (on Debian: apt-get install redis-server)");

    [Test]
    public void Where_none_was_skipped_there_is_no_line() => SkippedReport.Line(Suite(null, null)).ShouldBeNull();

    [Test]
    public void What_is_written_at_the_end_of_a_run_waits_for_every_test() =>
        new[] { typeof(SkippedReport), typeof(HelmReport) }.ShouldAllBe(one =>
            Attribute.IsDefined(one, typeof(SetUpFixtureAttribute))
            && "Bernstein.Chart.Tests".StartsWith(one.Namespace!, StringComparison.Ordinal)
        );

    private static ITestResult Suite(params string?[] reasons)
    {
        var suite = new TestSuite("all").MakeTestResult();
        foreach (var reason in reasons)
        {
            var test = new TestMethod(TestExecutionContext.CurrentContext.CurrentTest.Method!).MakeTestResult();
            test.SetResult(reason is null ? ResultState.Success : ResultState.Ignored, reason ?? "");
            ((TestSuiteResult)suite).AddResult(test);
        }

        return suite;
    }
}
