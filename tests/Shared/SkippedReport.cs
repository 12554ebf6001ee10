using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

// NUnit asks it when the tests of this namespace, and of those below it, have ended: all tests of a project.
namespace Bernstein;

/// <summary>Says in one line at the end of a run how many tests were skipped, and why.</summary>
[SetUpFixture]
public sealed class SkippedReport
{
    /// <summary>Each reason once, with the number of its tests, the largest first.</summary>
    [OneTimeTearDown]
    public void Print()
    {
        var reasons = Leaves(TestExecutionContext.CurrentContext.CurrentResult)
            .Where(test => test.ResultState.Status == TestStatus.Skipped)
            .Select(test => test.Message.Split("SetUp : ")[^1].Trim())
            .CountBy(reason => reason)
            .OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .ToArray();
        if (reasons.Length > 0)
        {
            var told = string.Join("; ", reasons.Select(reason => $"{reason.Value}: {reason.Key}"));
            TestContext.Error.WriteLine($"Skipped tests: {reasons.Sum(reason => reason.Value)}. {told}");
        }
    }

    private static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.Test.IsSuite ? result.Children.SelectMany(Leaves) : [result];
}
