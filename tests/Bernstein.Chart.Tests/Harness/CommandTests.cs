namespace Bernstein.Chart.Tests.Harness;

/// <summary>How processes are run.</summary>
[NeedsUnix("the shell")]
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
        new Command("sh", ["-c", "head -c 3000000 /dev/zero | tr '\\0' e >&2; head -c 3000000 /dev/zero | tr '\\0' o"])
            .Run()
            .ShouldSatisfyAllConditions(
                result => result.Output.ShouldBe(new string('o', 3_000_000)),
                result => result.Error.ShouldBe(new string('e', 3_000_000))
            );

    // The pieces that it is read in have a power of two for their size, and this character has three bytes.
    [Test]
    public void A_character_that_comes_in_two_pieces_is_one() =>
        new Command("sh", ["-c", "yes € | head -n 200000 | tr -d '\\n'"]).Run().Output.ShouldBe(new string('€', 200_000));

    [Test]
    public void What_is_no_UTF8_is_marked_as_such() => new Command("printf", ["a\\377b"]).Run().Output.ShouldBe("a\uFFFDb");

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
        var (command, message) = GivenUp(limit => new Command("sh", ["-c", "sleep 600 & echo $! >&2; wait"]) { Timeout = limit });
        using var child = new Child(message.Split('\n')[^2]);
        message.ShouldStartWith($"more than {command.Timeout.TotalSeconds} s for:\n  {command.Line}\n");
        child.ShouldEnd();
    }

    [Test]
    public void One_that_takes_too_long_is_not_waited_for_because_of_a_process_that_it_left_behind()
    {
        var (command, message) = GivenUp(limit => new Command("sh", ["-c", "(sleep 600 & echo $! >&2); sleep 600"]) { Timeout = limit });
        using var child = new Child(message.Split('\n')[^2]);
        message.ShouldStartWith($"more than {command.Timeout.TotalSeconds} s for:\n  {command.Line}\n");
        child.IsAlive.ShouldBeTrue();
    }

    [Test]
    public void What_a_child_says_after_the_end_of_its_parent_is_part_of_the_output() =>
        new Command("sh", ["-c", "(sleep 0.2; echo late) & echo early"]).Run().Output.ShouldBe("early\nlate\n");

    [Test]
    public void A_child_that_outlives_its_parent_and_holds_the_output_is_not_waited_for()
    {
        var (command, message) = GivenUp(limit => new Command("sh", ["-c", "sleep 600 & echo $! >&2"]) { GracePeriod = limit });
        using var child = new Child(message.Split('\n')[^2]);
        message.ShouldStartWith(
            $"a process that it left behind holds its outputs open, {command.GracePeriod.TotalSeconds} s after the end of:\n  {command.Line}\n"
        );
        child.IsAlive.ShouldBeTrue();
    }

    [Test]
    public void A_program_that_is_not_there_is_named() =>
        Should
            .Throw<System.ComponentModel.Win32Exception>(() => new Command("no-such-program", []).Run())
            .Message.ShouldContain("no-such-program");

    [Test]
    public void A_folder_that_is_not_there_is_named() =>
        Should
            .Throw<System.ComponentModel.Win32Exception>(() => new Command("true", []) { WorkingDirectory = "/no/such/folder" }.Run())
            .ToString()
            .ShouldContain("/no/such/folder");

    // However slow the machine: what is too short a time for the process to say a word is followed by a longer one.
    private static (Command Command, string Message) GivenUp(Func<TimeSpan, Command> command) =>
        Enumerable
            .Range(0, 8)
            .Select(power => command(TimeSpan.FromSeconds(1 << power)))
            .Select(attempt => (attempt, Should.Throw<TimeoutException>(attempt.Run).Message))
            .First(attempt => !attempt.Message.EndsWith($"{attempt.attempt.Line}\n", StringComparison.Ordinal));
}
