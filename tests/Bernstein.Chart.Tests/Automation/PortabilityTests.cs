using System.Text.RegularExpressions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Shouldly;

namespace Bernstein.Chart.Tests.Automation;

/// <summary>The harness can be run where there is no shell of Unix.</summary>
public sealed partial class PortabilityTests
{
    /// <summary>What runs in a shell only where something else has said that there is one: in a container, or for a test that is marked.</summary>
    private static readonly string[] Lent =
    [
        "KubernetesCluster.cs",
        "HelmTool.cs",
        "LoopbackRegistry.cs",
        "DatabaseServer.cs",
        "ChartScript.cs",
        "PackageScript.cs",
        "Archive.cs",
        "WorkingCopy.cs",
        "PortabilityTests.cs",
    ];

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Project.In("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"));

    [Test]
    public void A_test_that_calls_a_shell_or_a_script_is_not_run_on_Windows()
    {
        var callers = Sources().Where(path => Call().IsMatch(File.ReadAllText(path))).ToArray();
        callers.Length.ShouldBeGreaterThan(12);
        callers
            .Where(path => !Lent.Contains(Path.GetFileName(path)) && !Mark().IsMatch(File.ReadAllText(path)))
            .Select(path => $"{Path.GetFileName(path)}: mark the test with [NeedsUnix(\"the shell\")]")
            .ShouldBeEmpty();
    }

    [TestCase(true, RunState.Skipped)]
    [TestCase(false, RunState.Runnable)]
    public void On_Windows_it_says_why_it_is_skipped(bool isWindows, RunState expected)
    {
        var test = new TestMethod(TestExecutionContext.CurrentContext.CurrentTest.Method!);
        new NeedsUnixAttribute("the shell").Apply(test, isWindows);
        test.RunState.ShouldBe(expected);
        test.Properties.Get(PropertyNames.SkipReason).ShouldBe(isWindows ? "needs the shell of Unix, and this is Windows" : null);
    }

    [GeneratedRegex(
        """new Command\(\s*(?:"(?:sh|bash|cp|xargs)"|Project\.In\("scripts")|\("(?:sh|bash)", \[|Run\("bash"|PackageScript\.(?:Run|Of)"""
    )]
    private static partial Regex Call();

    [GeneratedRegex(@"\[NeedsUnix\(|\[Platform\(""Linux""\)\]")]
    private static partial Regex Mark();
}
