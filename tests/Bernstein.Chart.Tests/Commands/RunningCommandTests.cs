using System.Text.RegularExpressions;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Commands;

/// <summary>How processes run beside a test.</summary>
public sealed class RunningCommandTests
{
    private static readonly Regex Ready = new("^ready: (.*)$");

    [Test]
    public void It_is_waited_for_and_its_standard_input_ends_when_the_test_does()
    {
        using var folder = new TemporaryFolder();
        using (
            var running = new Command(
                "sh",
                ["-c", "echo first >&2; echo ready: now >&2; cat; echo ended >\"$1\"", "sh", folder.In("end")]
            ).Start()
        )
        {
            running.WaitFor(Ready, TimeSpan.FromMinutes(1)).Groups[1].Value.ShouldBe("now");
            File.Exists(folder.In("end")).ShouldBeFalse();
        }

        File.ReadAllText(folder.In("end")).ShouldBe("ended\n");
    }

    [Test]
    public void One_that_ends_too_early_is_named_with_what_it_said()
    {
        using var running = new Command("sh", ["-c", "echo no such registry >&2"]).Start();
        Should
            .Throw<TimeoutException>(() => running.WaitFor(Ready, TimeSpan.FromMinutes(1)))
            .Message.ShouldEndWith("from:\n  sh -c 'echo no such registry >&2'\nno such registry\n");
    }

    [Test]
    public void One_that_is_never_ready_is_named_too()
    {
        using var running = new Command("sh", ["-c", "echo starting >&2; cat"]).Start();
        Should
            .Throw<TimeoutException>(() => running.WaitFor(Ready, TimeSpan.FromMilliseconds(1)))
            .Message.ShouldContain("sh -c 'echo starting >&2; cat'");
    }
}
