namespace Bernstein.Check.Tests;

/// <summary>The page of a file, as a student sees it.</summary>
public sealed class WhyCommandTests : FolderTest
{
    [Test]
    public void A_file_is_shown_line_by_line_and_judged_in_itsFolder()
    {
        var folder = Project.In("tests", "Bernstein.Check.Tests", "Why");
        var path = Write("poll.service.yaml", File.ReadAllText(Path.Combine(folder, "poll.service.yaml")));
        var (exitCode, output, error) = Check("--why", path);
        (exitCode, error).ShouldBe((0, ""));
        output.ShouldBe(File.ReadAllText(Path.Combine(folder, "page.txt")).Replace("PATH", path, StringComparison.Ordinal));
    }

    [Test]
    public void What_fails_is_told_briefly_and_the_page_is_no_failure()
    {
        var path = Write("worker.deployment.yaml", Sample.Reference.Files["worker.deployment.yaml"].Replace("256M", "256Mi"));
        var (exitCode, output, _) = Check("--why", path);
        exitCode.ShouldBe(0);
        output.ShouldMatch("memory: 256Mi +✗ worker\\.memory\n");
        output.ShouldContain("worker.memory (90): resources.limits.memory is 256Mi (268,435,456 bytes);");
    }

    [Test]
    public void AFolder_is_shown_file_by_file_and_so_is_standard_input()
    {
        string[] names = ["poll.service.yaml", "redis.service.yaml"];
        foreach (var name in names)
        {
            File.WriteAllText(Folder.In(name), Sample.Reference.Files[name]);
        }

        File.WriteAllText(Folder.In("compose.yaml"), "services: {}\n");
        var (exitCode, output, _) = Check("--why", Folder.Path);
        exitCode.ShouldBe(0);
        output.Split('\n').Where(line => line.StartsWith(Folder.Path, StringComparison.Ordinal)).ShouldBe(names.Select(Folder.In));
        Check("--why", "-").Output.ShouldStartWith("standard input\n\n 1  apiVersion: v1 ");
    }

    [Test]
    public void A_file_that_stops_being_YAML_does_not_keep_the_others_from_being_shown()
    {
        File.WriteAllText(Folder.In("redis.configmap.yaml"), Sample.Reference.Files["redis.configmap.yaml"] + "---\na: [\n");
        File.WriteAllText(Folder.In("redis.service.yaml"), Sample.Reference.Files["redis.service.yaml"]);
        var (exitCode, output, error) = Check("--why", Folder.Path);
        exitCode.ShouldBe(2);
        output.ShouldStartWith(Folder.In("redis.service.yaml"));
        error.ShouldStartWith($"check: {Folder.In("redis.configmap.yaml")}:9: not YAML from here on: ");
    }

    [Test]
    public void A_file_that_noFolder_holds_is_judged_alone()
    {
        var path = Folder.In(".hidden.yaml");
        File.WriteAllText(path, Sample.Reference.Files["redis.service.yaml"]);
        Check("--why", path).Output.ShouldStartWith($"{path}\n");
    }

    [Test]
    public void No_line_is_longer_than_80_columns_and_none_is_forged()
    {
        var text = Sample.Reference.Files["worker.deployment.yaml"];
        var word = new string('x', 200);
        var path = Write(
            "worker.deployment.yaml",
            text.Replace("      labels:\n        app: worker\n", $"      labels: {{app: worker, {word[..50]}: a}}\n")
                .Replace(
                    "  replicas: 1\n",
                    $"  # {word} \e[31m {word}\n  replicas: 1 # {string.Join(' ', word.Chunk(7).Select(letters => new string(letters)))}\n"
                )
        );
        var (_, output, _) = Check("--why", path, "--production");
        output.Split('\n').Where((line, at) => at > 0 && line.Length > 80).ShouldBeEmpty();
        output.ShouldNotContain('\e');
        output.ShouldContain("=worker.replicas");
        output.ShouldMatch(@"wiring\.selectors\n +x{32}\n +x{18}: nothing\n +asks for it\n");
    }

    [TestCase("there is no folder", "gone.yaml")]
    [TestCase("there is no Kubernetes object in", "bad.yaml")]
    [TestCase("--why prints a page for people, where --format changes nothing", "good.yaml", "--format", "json")]
    [TestCase("--why prints a page for people, where --fix changes nothing", "good.yaml", "--fix", "copy")]
    [TestCase("--why prints a page for people, where --fail-on changes nothing", "good.yaml", "--fail-on", "nothing")]
    [TestCase("--only chooses the requirements", "good.yaml", "--only", "poll.*", "--production")]
    [TestCase("name a folder of manifests")]
    public void What_cannot_be_shown_is_refused(string message, params string[] arguments)
    {
        File.WriteAllText(Folder.In("bad.yaml"), "a: [\n");
        var (exitCode, output, error) = Check([
            .. arguments.Select(name => name.EndsWith(".yaml", StringComparison.Ordinal) ? Folder.In(name) : name),
            "--why",
        ]);
        (exitCode, output).ShouldBe((2, ""));
        error.ShouldContain(message);
    }

    // The file with all the others of the reference beside it.
    private string Write(string name, string text)
    {
        foreach (var file in Sample.Reference.Files)
        {
            File.WriteAllText(Folder.In(file.Key), file.Value);
        }

        return Folder.Write(name, text);
    }

    private static (int ExitCode, string Output, string Error) Check(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var command = new CheckCommand(output, error)
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Sample.Reference.Files["redis.service.yaml"])),
        };
        return (command.Run(arguments), output.ToString(), error.ToString());
    }
}
