using Bernstein.Check.Tests.Mends;

namespace Bernstein.Check.Tests.Reports;

/// <summary>A patch, lines done by hand, and mends in place give the files that <c>--fix</c> writes.</summary>
[Needs("git", "patch")]
public sealed class PatchReportTests : FixedFolderTest
{
    [TestCase("git", "apply")]
    [TestCase("patch", "-p1", "-i")]
    public void A_patch_gives_the_files_of_fix(string program, params string[] arguments)
    {
        Write(Poor);
        var patch = Folder.In("mends.patch");
        File.WriteAllText(patch, Check(HandIn, "--format", "patch").Output);
        Check(HandIn, "--fix", Copy).ExitCode.ShouldBe(1);

        new Command(program, [.. arguments, patch]) { WorkingDirectory = HandIn }.Run();

        Differences().ShouldBeEmpty();
    }

    [Test]
    public void Lines_done_by_hand_as_they_are_printed_give_the_files_of_fix()
    {
        // A long file that is new is shortened there, a name is no line, and a line end that is missing is not seen.
        Write(
            new Dictionary<string, string>(Poor.Where(file => file.Key != "postgres-service.yml"))
            {
                ["worker.deployment.yaml"] = Sample.Reference.Files["worker.deployment.yaml"],
                ["redis.service.yaml"] = Poor["redis.service.yaml"] + "\n",
            }
        );
        var report = Check(HandIn).Output;
        Check(HandIn, "--fix", Copy).ExitCode.ShouldBe(1);

        Printed.Apply(HandIn, report);

        Differences().ShouldBeEmpty();
    }

    [Test]
    public void AFolder_is_mended_in_place_where_git_could_bring_it_back()
    {
        Write(Poor);
        Refused("--fix", "--in-place").ShouldContain("is not under version control (git)");
        Git("init", "--quiet");
        Refused("--fix", "--in-place").ShouldContain("cadvisor.daemonset.yaml is new. Commit it first");
        Git("add", ".");
        Git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "Hand-in");
        Check(HandIn, "--fix", Copy).ExitCode.ShouldBe(1);
        Folder.Write("hand in/notes.txt", "Nothing writes to this.");
        foreach (
            var (ignored, words) in new[]
            {
                ("of mine too.yaml", "of mine too.yaml is ignored"),
                ("postgres.secret.yaml", "postgres.secret.yaml is changed"),
            }
        )
        {
            var (path, text) = (Path.Combine(HandIn, ignored), Poor.GetValueOrDefault(ignored));
            File.WriteAllText(path, "# mine\n");
            File.WriteAllText(Path.Combine(HandIn, ".git", "info", "exclude"), "*too.yaml\n");
            Refused("--fix", "--in-place").ShouldContain($"git could not bring {HandIn} back: {words}. Commit it first");
            File.Delete(path);
            File.WriteAllText(text is null ? Folder.In("unused") : path, text);
        }

        File.Delete(Path.Combine(HandIn, "notes.txt"));
        Check(HandIn, "--fix", "--in-place").Error.ShouldContain($"edits made in {HandIn}; judge it again");

        Differences().ShouldBeEmpty();
    }

    [Test]
    public void What_must_be_is_mended_in_place_without_git()
    {
        Write(Poor);
        Check("--fix", HandIn, "--in-place", "--force").Error.ShouldContain("judge it again");
        Check(HandIn, "--fail-on", "specification").ExitCode.ShouldBe(0);
    }

    [TestCase("--fix needs a new DIRECTORY for the copy, or --in-place", "--fix")]
    [TestCase("--in-place and --force need --fix", "--in-place")]
    [TestCase("--force needs --fix --in-place", "--fix", "copy", "--force")]
    [TestCase("give one of them", "--fix", "copy", "--in-place")]
    [TestCase("--format patch takes one folder, and 2 are named", "--format", "patch", ".")]
    public void What_does_not_fit_together_is_refused(string words, params string[] arguments)
    {
        Write(Poor);
        Refused(arguments).ShouldContain(words);
    }

    // Line ends of Windows, a byte-order mark, no line end at the end, a file that is missing, another name, an empty file, a space in a name.
    private static IReadOnlyDictionary<string, string> Poor { get; } =
        Sample
            .Reference.With("poll.deployment.yaml", "replicas: 2", "replicas: 1 # later more")
            .With("cadvisor.daemonset.yaml", "      tolerations:", "      # None:\n      tolerances:")
            .With("traefik.deployment.yaml", "replicas: 2", "replicas: 3")
            .Without("worker.deployment.yaml")
            .Without("postgres.service.yaml")
            .Holding(
                "postgres-service.yml",
                Sample.Reference.Files["postgres.service.yaml"].Replace("5432", "5433", StringComparison.Ordinal)
            )
            .Holding("traefik.rbac.yaml", "")
            .Holding(
                "result.service.yaml",
                "\uFEFF" + Sample.Reference.Files["result.service.yaml"].Replace("    traefik", "    other", StringComparison.Ordinal)
            )
            .Holding(
                "redis.service.yaml",
                Sample.Reference.Files["redis.service.yaml"].Replace("6379", "6380", StringComparison.Ordinal).TrimEnd('\n')
            )
            .Holding(
                "result.deployment.yaml",
                Sample
                    .Reference.Files["result.deployment.yaml"]
                    .Replace("128M", "128Mi", StringComparison.Ordinal)
                    .Replace("\n", "\r\n", StringComparison.Ordinal)
            )
            .Holding("of mine.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Mine\n")
            .Files;

    private void Git(params string[] arguments) => new Command("git", arguments) { WorkingDirectory = HandIn }.Run();

    private string Refused(params string[] arguments)
    {
        var (exitCode, _, error) = Check([HandIn, .. arguments]);
        exitCode.ShouldBe(2);
        return error;
    }
}
