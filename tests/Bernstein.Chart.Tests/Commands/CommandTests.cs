using System.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Commands;

/// <summary>How processes are run.</summary>
public sealed class CommandTests
{
    private static readonly string[] Awkward = ["", "two words", "it's", "$HOME", "*", "a\"b\\c", "line\nend", "é"];

    [Test]
    public void Arguments_arrive_as_they_are() =>
        new Command("printf", ["%s|", .. Awkward]).Run().Output.ShouldBe(string.Join('|', Awkward) + "|");

    [Test]
    public void The_line_does_the_same_when_it_is_pasted_into_a_shell()
    {
        using var folder = new TemporaryFolder();
        var command = new Command("sh", ["-c", "pwd; echo \"$ADDED-${HOME-none}\"; printf '%s|' \"$@\"", "sh", .. Awkward])
        {
            WorkingDirectory = folder.Path,
            Environment = new Dictionary<string, string> { ["ADDED"] = "it's here", ["HOME"] = "" },
        };
        var result = command.Run();
        result.Output.ShouldStartWith($"{folder.Path}\nit's here-none\n");
        new Command("sh", ["-c", result.Line]).Run().Output.ShouldBe(result.Output);
    }

    [Test]
    public void Output_and_error_are_kept_apart()
    {
        var result = new Command("sh", ["-c", "echo out; echo err >&2"]).Run();
        (result.Output, result.Error).ShouldBe(("out\n", "err\n"));
    }

    [Test]
    public void More_than_a_pipe_holds_comes_through_on_both() =>
        new Command("sh", ["-c", "head -c 300000 /dev/zero | tr '\\0' e >&2; head -c 300000 /dev/zero | tr '\\0' o"])
            .Run()
            .ShouldSatisfyAllConditions(result => result.Output.Length.ShouldBe(300_000), result => result.Error.Length.ShouldBe(300_000));

    [Test]
    public void There_is_nothing_to_read_on_standard_input() => new Command("cat", []).Run().Output.ShouldBeEmpty();

    [Test]
    public void A_failure_carries_the_line_the_exit_code_and_what_was_said()
    {
        var failure = Should.Throw<CommandException>(() => new Command("sh", ["-c", "echo 'no such chart' >&2; exit 3"]).Run());
        failure.Message.ShouldBe(
            """
            exit code 3 from:
              sh -c 'echo '\''no such chart'\'' >&2; exit 3'
            no such chart

            """
        );
        failure.Result.ExitCode.ShouldBe(3);
    }

    [Test]
    public void A_failure_can_be_asked_for() => new Command("sh", ["-c", "exit 3"]).TryRun().ExitCode.ShouldBe(3);

    [Test]
    public void A_process_that_takes_too_long_is_killed_with_its_children()
    {
        using var folder = new TemporaryFolder();
        var command = new Command("sh", ["-c", $"sleep 600 & echo $! >{folder.In("child")}; wait"]) { Timeout = TimeSpan.FromSeconds(1) };
        Should.Throw<TimeoutException>(command.Run).Message.ShouldBe($"more than 1 s for:\n  {command.Line}");
        var child = int.Parse(File.ReadAllText(folder.In("child")), System.Globalization.CultureInfo.InvariantCulture);
        SpinWait.SpinUntil(() => !IsAlive(child), TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Test]
    public void A_program_that_is_not_there_is_named() =>
        Should
            .Throw<System.ComponentModel.Win32Exception>(() => new Command("no-such-program", []).Run())
            .Message.ShouldContain("no-such-program");

    // One that has ended but that nobody has asked about yet is not alive either.
    private static bool IsAlive(int process)
    {
        try
        {
            return !File.Exists($"/proc/{process}/stat")
                ? !Process.GetProcessById(process).HasExited
                : !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }
}
