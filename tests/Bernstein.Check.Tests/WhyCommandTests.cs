namespace Bernstein.Check.Tests;

/// <summary>The page of a file, as a student sees it.</summary>
public sealed class WhyCommandTests
{
    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_file_is_shown_line_by_line_and_judged_in_its_folder()
    {
        var path = Write(
            "poll.service.yaml",
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: poll
              labels: {colour: red}
            spec:
              # Those with this label.
              selector:
                app: poll
              ports:
              - port: 80
                targetPort: 80
            """
        );
        var (exitCode, output, error) = Check("--why", path);
        (exitCode, error).ShouldBe((0, ""));
        output.ShouldBe(
            $$"""
            {{path}}

             1  apiVersion: v1                              wiring.schema
             2  kind: Service                               poll.port poll.route
             3  metadata:
             4    name: poll                                poll.route
             5    labels: {colour: red}                     nothing asks for it
             6  spec:
             7    # Those with this label.
             8    selector:
             9      app: poll                               wiring.selectors
            10    ports:
            11    - port: 80                                poll.port poll.route
            12      targetPort: 80                          =poll.port

            The requirements, each with the lines that it fails without:
              poll.port (2, 11-12): poll exposes port 80.
              poll.route (2, 4, 11): The host poll.dop.io leads to the poll Service.
              wiring.schema (1): Every document is one that the API server takes: valid for
                its API version, and not refused by the API's own validation.
              wiring.selectors (9): Each workload's selector matches its own pod labels;
                each Service of a component selects the pods of that component and of no
                other component, in its own namespace.
              = the line could be left out, which means the same; another value fails

            Values: 6 asked for, 0 there for a reason, 1 that nothing asks for (5).


            """
        );
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
    public void A_folder_is_shown_file_by_file_and_so_is_standard_input()
    {
        string[] names = ["poll.service.yaml", "redis.service.yaml"];
        foreach (var name in names)
        {
            File.WriteAllText(_folder.In(name), Sample.Reference.Files[name]);
        }

        File.WriteAllText(_folder.In("compose.yaml"), "services: {}\n");
        var (exitCode, output, _) = Check("--why", _folder.Path);
        exitCode.ShouldBe(0);
        output.Split('\n').Where(line => line.StartsWith(_folder.Path, StringComparison.Ordinal)).ShouldBe(names.Select(_folder.In));
        Check("--why", "-").Output.ShouldStartWith("standard input\n\n 1  apiVersion: v1 ");
    }

    [Test]
    public void A_file_that_stops_being_YAML_does_not_keep_the_others_from_being_shown()
    {
        File.WriteAllText(_folder.In("redis.configmap.yaml"), Sample.Reference.Files["redis.configmap.yaml"] + "---\na: [\n");
        File.WriteAllText(_folder.In("redis.service.yaml"), Sample.Reference.Files["redis.service.yaml"]);
        var (exitCode, output, error) = Check("--why", _folder.Path);
        exitCode.ShouldBe(2);
        output.ShouldStartWith(_folder.In("redis.service.yaml"));
        error.ShouldStartWith($"check: {_folder.In("redis.configmap.yaml")}:9: not YAML from here on: ");
    }

    [Test]
    public void A_file_that_no_folder_holds_is_judged_alone()
    {
        var path = _folder.In(".hidden.yaml");
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
        File.WriteAllText(_folder.In("bad.yaml"), "a: [\n");
        var (exitCode, output, error) = Check([
            .. arguments.Select(name => name.EndsWith(".yaml", StringComparison.Ordinal) ? _folder.In(name) : name),
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
            File.WriteAllText(_folder.In(file.Key), file.Value);
        }

        File.WriteAllText(_folder.In(name), text);
        return _folder.In(name);
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
