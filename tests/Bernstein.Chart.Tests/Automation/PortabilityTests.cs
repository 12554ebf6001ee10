namespace Bernstein.Chart.Tests.Automation;

/// <summary>The harness can be run where there is no shell of Unix.</summary>
public sealed partial class PortabilityTests
{
    /// <summary>What runs in a shell only where something else has said that there is one: in a container, or for a test that is marked.</summary>
    private static readonly string[] Lent =
    [
        "KubernetesCluster.cs",
        "HelmTool.cs",
        "PostgresServer.cs",
        "Transcript.cs",
        "HostileCase.cs",
        "PortabilityTests.cs",
        "SearchPath.cs",
    ];

    /// <summary>What a script or a test calls by the names that it has on Linux alone, and what a Mac has instead.</summary>
    private static readonly (string Pattern, string Instead)[] OnLinuxAlone =
    [
        (@"\$\{\w+(?:,,|\^\^)", "tr: the bash of a Mac is version 3.2"),
        (@"\b(?:mapfile|readarray|coproc|declare -A|local -n|wait -n)\b", "read in a loop: the bash of a Mac is version 3.2"),
        (@"\bbase64 (?:-w|--wrap)", "openssl base64 -A"),
        (@"\bsed -i ", "sed -i.old, and rm"),
        (@"\breadlink -f", "a loop"),
        (@"\bxargs (?:-a|-d)", "standard input, and -0"),
        (@"\bgrep (?:-\w*P)", "sed or awk"),
        (@"\bstat -c", "another program"),
        (@"\bdate (?:-d|\+%s%N)", "another program"),
        (@" -quit\b", "all that find prints"),
    ];

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Project.In("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"));

    [Test]
    public void A_test_that_calls_a_shell_or_a_script_is_not_run_on_Windows()
    {
        var callers = Sources().Where(path => Call().IsMatch(File.ReadAllText(path))).ToArray();
        callers.Length.ShouldBeGreaterThan(9);
        callers
            .Where(path => !Lent.Contains(Path.GetFileName(path)) && !Mark().IsMatch(File.ReadAllText(path)))
            .Select(path => $"{Path.GetFileName(path)}: mark the test with [NeedsUnix(\"the shell\")]")
            .ShouldBeEmpty();
    }

    /// <summary>What is started elsewhere finds programs that the test does not name.</summary>
    [Test]
    public void Every_process_is_started_by_a_Command() =>
        Sources()
            .Where(path => Path.GetFileName(path) is not ("PortabilityTests.cs" or "Command.cs"))
            .Where(path => Start().IsMatch(File.ReadAllText(path)))
            .Select(Path.GetFileName)
            .ShouldBeEmpty();

    private static IEnumerable<string> Scripts() =>
        Directory
            .EnumerateFiles(Project.In("scripts"))
            .Concat(Directory.EnumerateFiles(Project.In("scripts", "tools")))
            // It measures this project on the machine of whoever changes it.
            .Where(path => Path.GetExtension(path).Length == 0 && Path.GetFileName(path) != "benchmark");

    [TestCaseSource(nameof(Scripts))]
    public void A_script_calls_nothing_that_Linux_alone_has(string script)
    {
        var text = File.ReadAllText(script);
        OnLinuxAlone
            .Where(call => Regex.IsMatch(text, call.Pattern))
            .Select(call => $"{call.Pattern}: take {call.Instead}")
            .ShouldBeEmpty();
    }

    [Test]
    public void A_test_that_asks_for_a_file_that_only_Linux_has_is_run_there_alone() =>
        Sources()
            .Where(path => Path.GetFileName(path) != "PortabilityTests.cs" && LinuxFile().IsMatch(File.ReadAllText(path)))
            .Where(path => !File.ReadAllText(path).Contains("[Platform(\"Linux\")]", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .ShouldBeEmpty();

    [GeneratedRegex(
        """new Command\(\s*(?:"(?:sh|bash|cp|xargs|chmod)"|Project\.In\("scripts")|\("(?:sh|bash)", \[|Process\.Start\("|CreateSymbolicLink\(|"/(?:dev|etc)/"""
    )]
    private static partial Regex Call();

    [GeneratedRegex(@"\bProcess\.Start\(|\bnew Process(?:StartInfo)?\b|\bCli\.Wrap\(")]
    private static partial Regex Start();

    [GeneratedRegex("/dev/full|/etc/hostname")]
    private static partial Regex LinuxFile();

    [GeneratedRegex(@"\[NeedsUnix\(|\[Platform\(""Linux""\)\]")]
    private static partial Regex Mark();
}
