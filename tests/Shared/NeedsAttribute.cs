using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Bernstein;

/// <summary>
/// A test that needs programs beyond the tools of POSIX, the .NET SDK, npm and unzip: its commands find them, and where one is missing the test is skipped with the
/// package to install, before any set-up.
/// </summary>
/// <param name="programs">Their names, each one of <see cref="NeededProgram"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class NeedsAttribute(params string[] programs) : NUnitAttribute, IApplyToTest
{
    /// <summary>The property of a test that holds the names.</summary>
    internal const string Property = "Needs";

    /// <inheritdoc/>
    public void ApplyToTest(Test test)
    {
        foreach (var name in programs)
        {
            test.Properties.Add(Property, name);
        }

        var missing = programs.Select(NeededProgram.Of).Where(program => program.Path is null).ToArray();
        if (missing.Length > 0 && test.RunState == RunState.Runnable)
        {
            test.RunState = RunState.Skipped;
            test.Properties.Set(PropertyNames.SkipReason, Reason(missing));
        }
    }

    private static string Reason(IReadOnlyCollection<NeededProgram> missing)
    {
        var packages = missing.Select(program => program.Package).OfType<string>().Distinct().ToArray();
        return $"needs {string.Join(" and ", missing.Select(program => program.Name))}"
            + (packages.Length > 0 ? $" (on Debian: apt-get install {string.Join(' ', packages)})" : "");
    }
}
