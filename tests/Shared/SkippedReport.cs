using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

// NUnit asks it when the tests of this namespace, and of those below it, have ended: all tests of a project.
namespace Bernstein;

/// <summary>Says in one line at the end of a run how many tests were skipped, and why.</summary>
[SetUpFixture]
public sealed class SkippedReport
{
    [OneTimeTearDown]
    public void Print()
    {
        if (Line(TestExecutionContext.CurrentContext.CurrentResult) is { } line)
        {
            TestContext.Error.WriteLine(line);
        }
    }

    /// <summary>The line: each reason once, with the number of its tests, the largest first; null where no test was skipped.</summary>
    internal static string? Line(ITestResult suite)
    {
        var reasons = Leaves(suite)
            .Where(test => test.ResultState.Status == TestStatus.Skipped)
            .Select(test => test.Message[(test.Message.LastIndexOf("SetUp : ", StringComparison.Ordinal) is >= 0 and var at ? at + "SetUp : ".Length : 0)..].Trim())
            .CountBy(reason => reason)
            .OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .ToArray();
        return reasons.Length == 0
            ? null
            : $"Skipped tests: {reasons.Sum(reason => reason.Value)}. {string.Join("; ", reasons.Select(reason => $"{reason.Value}: {reason.Key}"))}";
    }

    private static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.Test.IsSuite ? result.Children.SelectMany(Leaves) : [result];
}
