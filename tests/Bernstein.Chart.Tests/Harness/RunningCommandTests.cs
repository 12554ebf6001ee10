namespace Bernstein.Chart.Tests.Harness;

/// <summary>How processes run beside a test.</summary>
[NeedsUnix("the shell")]
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
    public void It_can_be_waited_for_again_and_in_any_order()
    {
        using var running = new Command("sh", ["-c", "echo one >&2; echo ready: 1 >&2; echo two >&2; echo ready: 2 >&2; cat"]).Start();
        Await(running, "two").ShouldBe("two");
        Await(running, "ready: .*").ShouldBe("ready: 1");
        Await(running, "one").ShouldBe("one");
        Await(running, "ready: .*").ShouldBe("ready: 2");
    }

    [Test]
    public void A_line_that_comes_after_it_was_given_up_is_there_for_the_next_wait()
    {
        using var folder = new TemporaryFolder();
        using var running = new Command(
            "sh",
            ["-c", "echo starting >&2; until [ -e \"$1\" ]; do sleep 0.05; done; echo ready: now >&2; cat", "sh", folder.In("go")]
        ).Start();
        Should
            .Throw<TimeoutException>(() => running.WaitFor(Ready, TimeSpan.FromMilliseconds(1)))
            .Message.ShouldContain("no line like «^ready: (.*)$» in 0 s from:\n  sh -c ");
        File.WriteAllText(folder.In("go"), "");
        running.WaitFor(Ready, TimeSpan.FromMinutes(1)).Groups[1].Value.ShouldBe("now");
        Await(running, "starting").ShouldBe("starting");
    }

    [Test]
    public void What_nobody_reads_does_not_hold_it_up()
    {
        using var running = new Command("sh", ["-c", "head -c 3000000 /dev/zero; echo ready: now >&2; cat"]).Start();
        Await(running, "ready: now").ShouldBe("ready: now");
    }

    [Test]
    public void Who_listens_gets_each_line_on_standard_output()
    {
        using var heard = new BlockingCollection<string>();
        using var running = new Command("sh", ["-c", "echo one; echo two; cat"]).Start(heard.Add);
        new[] { heard.Take(), heard.Take() }.ShouldBe(["one", "two"]);
    }

    [Test]
    public void One_that_ends_too_early_is_named_with_what_it_said()
    {
        using var running = new Command("sh", ["-c", "echo one >&2; echo no such registry >&2; exit 3"]).Start();
        Await(running, "one").ShouldBe("one");
        Should
            .Throw<TimeoutException>(() => running.WaitFor(Ready, TimeSpan.FromMinutes(1)))
            .Message.ShouldBe(
                "no line like «^ready: (.*)$» before exit code 3 from:\n  sh -c 'echo one >&2; echo no such registry >&2; exit 3'\nno such registry\n"
            );
    }

    [Test]
    public void One_whose_input_does_not_end_it_is_killed_with_its_children()
    {
        Child child;
        using (
            var running = new Command("sh", ["-c", "sleep 600 & echo $! >&2; wait"]) { GracePeriod = TimeSpan.FromMilliseconds(1) }.Start()
        )
        {
            child = new Child(Await(running, "[0-9]+"));
            child.IsAlive.ShouldBeTrue();
        }

        using (child)
        {
            child.ShouldEnd();
        }
    }

    [Test]
    public void A_child_that_outlives_it_and_holds_its_outputs_is_not_waited_for()
    {
        Child child;
        using (var running = new Command("sh", ["-c", "sleep 600 & echo $! >&2; cat"]) { GracePeriod = TimeSpan.FromHours(1) }.Start())
        {
            child = new Child(Await(running, "[0-9]+"));
        }

        using (child)
        {
            child.IsAlive.ShouldBeTrue();
        }
    }

    private static string Await(RunningCommand running, string pattern) =>
        running.WaitFor(new Regex($"^{pattern}$"), TimeSpan.FromMinutes(1)).Value;
}
