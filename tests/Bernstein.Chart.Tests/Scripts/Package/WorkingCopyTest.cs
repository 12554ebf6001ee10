namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>Tests that each have a working copy of their own.</summary>
[NeedsUnix("the shell")]
[Needs("git")]
public abstract class WorkingCopyTest
{
    private protected WorkingCopy Copy { get; } = new();

    [TearDown]
    public void RemoveCopy() => Copy.Dispose();
}
