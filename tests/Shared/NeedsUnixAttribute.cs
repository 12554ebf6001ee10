using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Bernstein;

/// <summary>A test that Windows has no means for: there it is skipped, and says why.</summary>
/// <param name="means">What it needs: «a shell».</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsUnixAttribute(string means) : NUnitAttribute, IApplyToTest
{
    /// <inheritdoc/>
    public void ApplyToTest(Test test)
    {
        if (OperatingSystem.IsWindows() && test.RunState == RunState.Runnable)
        {
            test.RunState = RunState.Skipped;
            test.Properties.Set(PropertyNames.SkipReason, $"needs {means} of Unix, and this is Windows");
        }
    }
}
