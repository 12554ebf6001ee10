using NUnit.Framework.Internal;

namespace Bernstein.TestReport;

/// <summary>Runs a part of a test as a test of its own, so that what it notes does not stand on the page of the run.</summary>
internal static class Isolated
{
    /// <summary>Runs it.</summary>
    /// <returns>The test that it was run as.</returns>
    internal static Test Run(Action action)
    {
        using (new TestExecutionContext.IsolatedContext())
        {
            var context = TestExecutionContext.CurrentContext;
            var test = new TestMethod(context.CurrentTest.Method!);
            context.CurrentTest = test;
            action();
            return test;
        }
    }
}
