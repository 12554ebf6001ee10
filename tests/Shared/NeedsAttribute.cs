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

        if (test.RunState == RunState.Runnable && Missing(programs) is { } reason)
        {
            test.RunState = RunState.Skipped;
            test.Properties.Set(PropertyNames.SkipReason, reason);
        }
    }

    /// <summary>The same for one case of a test. Linux is named as a program is.</summary>
    internal static TestCaseData Of(TestCaseData test, IReadOnlyCollection<string> programs)
    {
        var named = programs.Where(name => name != "Linux").ToArray();
        foreach (var name in named)
        {
            test.SetProperty(Property, name);
        }

        var reason = named.Length < programs.Count && !OperatingSystem.IsLinux() ? "needs Linux" : Missing(named);
        return reason is null ? test : test.Ignore(reason);
    }

    // What is missing, and how to get it; null for nothing.
    private static string? Missing(IEnumerable<string> names)
    {
        var missing = names.Select(NeededProgram.Of).Where(program => program.Path is null).ToArray();
        if (missing.Length == 0)
        {
            return null;
        }

        var packages = missing.Select(program => program.Package).OfType<string>().Distinct().ToArray();
        return $"needs {string.Join(" and ", missing.Select(program => program.Name))}"
            + (packages.Length > 0 ? $" (on Debian: apt-get install {string.Join(' ', packages)})" : "");
    }
}
