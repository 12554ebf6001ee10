namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/check, as it is called, for each way to end.</summary>
[NeedsUnix("the shell")]
public sealed class CheckTests : FolderTest
{
    private static string Reference => Project.In("src", "Bernstein.Check", "Example");

    [SetUp]
    public void Write()
    {
        Folder.Copy(Reference, "broken");
        Folder.Write("broken/poll.deployment.yaml", Folder.Read("broken/poll.deployment.yaml").Replace("memory: 128M", "memory: 128Mi"));
    }

    [Test]
    public void A_failure_is_told_with_file_line_and_mend()
    {
        var result = Call("broken");
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain(
            "poll: 8 of 9\n  ✗ poll.memory  The memory of poll is limited to 128M.\n      poll.deployment.yaml:42: resources.limits.memory is 128Mi (134,217,728 bytes); asked for is 128M (128,000,000 bytes)\n      Fix: In poll.deployment.yaml, set containers[0].resources.limits.memory: 128M.\n        poll.deployment.yaml:42\n        -             memory: 128Mi\n        +             memory: 128M\n"
        );
        result.Output.TrimEnd().Split('\n')[^2..].ShouldBe(["1 not judged", "103 passed, 1 failed"]);
        result.Output.ShouldNotContain("\e[");
    }

    [Test]
    public void A_folder_that_is_not_there_does_not_keep_the_others_from_being_judged()
    {
        var result = Call("nowhere", Reference, "--format", "json");
        (result.ExitCode, result.Error).ShouldBe((2, "check: there is no folder nowhere, and no file\n"));
        JsonDocument
            .Parse(result.Output)
            .RootElement.EnumerateArray()
            .Select(answer => (answer.GetProperty("reason").GetString(), answer.GetProperty("passed").GetInt32()))
            .ShouldBe([("there is no folder nowhere, and no file", 0), (null, 104)]);
    }

    [Platform("Linux")]
    [TestCase(">/dev/full", "check: the report could not be written to standard output: ")]
    [TestCase(">&-", "check: the report could not be written to standard output: ")]
    [TestCase("--list-requirements >/dev/full", "check: the report could not be written to standard output: ")]
    [TestCase("2>&- >&-", "")]
    [TestCase("nowhere 2>&-", "")]
    [TestCase("nowhere 2>/dev/full", "")]
    public void Nobody_who_listens_is_told_by_a_sentence_and_the_exit_status(string redirection, string message)
    {
        var result = Shell($"\"$0\" '{Reference}' {redirection}");
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldStartWith(message);
        result.Error.Split('\n').Length.ShouldBe(message.Length > 0 ? 2 : 1);
    }

    [Test]
    public void A_reader_that_has_seen_enough_is_no_fault() =>
        Shell($"set -o pipefail; \"$0\" '{Reference}' --list-requirements | head -1").Output.ShouldBe("# The requirements\n");

    [Test]
    public void A_rendering_is_judged_on_its_way_to_the_cluster()
    {
        var result = Shell($"cat '{Reference}'/*.yaml | sed 's/^apiVersion/---\\n&/' | \"$0\" -");
        (result.ExitCode, result.Output.TrimEnd().Split('\n')[^1]).ShouldBe((0, "85 passed, 0 failed"));
    }

    [Test]
    public void A_link_to_the_script_works_from_anywhere()
    {
        Directory.CreateDirectory(Folder.In("bin"));
        File.CreateSymbolicLink(Folder.In("bin/first"), Path.GetRelativePath(Folder.In("bin"), Project.In("scripts", "check")));
        File.CreateSymbolicLink(Folder.In("second"), "bin/first");
        var result = Run(Folder.In("second"), [Reference, "--kube-version", "1.22"]);
        (result.ExitCode, result.Output.TrimEnd().Split('\n')[^1]).ShouldBe((0, $"{Catalogue.All.Count} passed, 0 failed"));
    }

    [Test]
    [Needs("chromium")]
    public void The_page_shows_its_matrix_in_a_browser()
    {
        var page = Folder.Write("report.html", Call("broken", Reference, "--format", "html").Output);
        string[] quiet =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-sync",
        ];
        var shown = new Command(
            NeededProgram.Of("chromium").Path!,
            [.. quiet, "--disable-component-update", $"--user-data-dir={Folder.In("profile")}", "--dump-dom", new Uri(page).AbsoluteUri]
        )
            .Run()
            .Output;
        Regex.Count(shown, "<td class=\"(pass|fail|not-judged)").ShouldBe(2 * 2 * Catalogue.All.Count, "two folders, in two orders");
        shown.ShouldContain("<a href=\"#f0-poll.memory\" aria-label=\"poll.memory: does not hold\">✗</a>");
        shown.ShouldContain("id=\"f0-poll.memory\"");
        shown.ShouldNotMatch("src=\"https?:|<link [^>]*href");
    }

    [Needs("script")]
    [TestCase("TERM=dumb")]
    [TestCase("TERM=xterm NO_COLOR=1")]
    public void A_terminal_without_colours_gets_plain_text_that_fits(string environment)
    {
        // script makes a terminal of its own.
        var check = $"stty cols 80; env {environment} bash '{Project.In("scripts", "check")}' broken";
        var shown = Run("script", ["-qec", check, "/dev/null"]).Output;
        shown.ShouldContain("✗ poll.memory");
        shown.ShouldNotContain("\e");
        shown.Split("\r\n").Where(line => line.Length > 80).ShouldBeEmpty();
    }

    [Test]
    public void A_clone_that_can_not_be_written_to_gets_a_sentence()
    {
        // In the place of the folder that the build would write into: root may write everywhere else.
        Folder.Write("src/Bernstein.Check/obj", "");
        var result = Copied("broken");
        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Error.ShouldBe(
            $"check: the judge is not built yet, and {Folder.In("src/Bernstein.Check")} can't be written to: "
                + "clone the project into a folder of yours, or name a judge that is built in BERNSTEIN_CHECK\n"
        );
    }

    [Test]
    public void The_judge_says_that_it_is_being_built()
    {
        Directory.CreateDirectory(Folder.In("src/Bernstein.Check"));
        Folder.Program("bin/dotnet", "[ \"$1\" != build ] || { mkdir -p \"$2/bin/Release/net10.0\"; }");
        var result = Copied("broken");
        (result.ExitCode, result.Output, result.Error).ShouldBe(
            (0, "", "check: building the judge, once (about 10 s of processor time)\n")
        );
    }

    [Platform("Linux")]
    [TestCase(2030, "native\n")]
    [TestCase(2001, "dotnet\n")]
    public void The_native_judge_is_called_where_it_is_not_older_than_its_sources(int year, string called)
    {
        string[] sources =
        [
            "src/Bernstein.Check/Program.cs",
            "Directory.Build.props",
            "Directory.Packages.props",
            "chart/bernstein/Chart.yaml",
        ];
        foreach (var path in sources.Append("src/Bernstein.Check/bin/Release/net10.0/Bernstein.Check.dll"))
        {
            Folder.Write(path, "");
        }

        Folder.Program("bin/dotnet", "echo dotnet");
        var native = Folder.Program("src/Bernstein.Check/bin/native/bernstein-check", "echo native");
        File.SetLastWriteTimeUtc(native, new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var result = Copied("broken");
        (result.ExitCode, result.Output, result.Error).ShouldBe((0, called, ""));
    }

    private CommandResult Call(params string[] arguments) => Run(Project.In("scripts", "check"), arguments);

    // The script is $0.
    private CommandResult Shell(string line) => Run("bash", ["-c", line, Project.In("scripts", "check")]);

    private CommandResult Run(string program, IReadOnlyList<string> arguments) =>
        new Command(program, arguments)
        {
            WorkingDirectory = Folder.Path,
            // The tests' own build, so that they never build while others run.
            Environment = new Dictionary<string, string> { ["BERNSTEIN_CHECK"] = typeof(Assessment).Assembly.Location },
        }.TryRun();

    // The script in a clone, which finds the stand-ins in bin.
    private CommandResult Copied(string folder)
    {
        Folder.CopyOfProject("scripts/check");
        var path = $"{Folder.In("bin")}:{SearchPath.OfThisTest}";
        return new Command(Folder.In("scripts/check"), [folder])
        {
            Environment = new Dictionary<string, string> { ["PATH"] = path, ["BERNSTEIN_CHECK"] = "" },
        }.TryRun();
    }
}
