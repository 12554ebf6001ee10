namespace Bernstein.Check.Tests;

public sealed class CheckCommandTests : CommandTest
{
    [Test]
    public void SeveralFolders_get_a_row_each()
    {
        var result = Check(Broken, Reference);
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldMatch($@"broken +{Catalogue.All.Count - 2} +1 +poll\.memory\n");
        result.Output.TrimEnd().Split('\n')[^1].ShouldBe($"{(2 * Catalogue.All.Count) - 3} passed, 1 failed");
    }

    [Test]
    public void Any_manifests_are_judged_by_what_an_API_server_refuses_alone()
    {
        File.WriteAllText(Folder.In("any.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: 1}\n");
        var result = Check(Folder.In("any.yaml"), "--only", "wiring.schema");
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("any.yaml:4: ConfigMap a.data.b is 1; asked for is a text (in quotes)");
        result.Output.ShouldEndWith("0 passed, 1 failed\n");
    }

    [Test]
    public void Some_requirements_are_judged_alone_with_commas_between_them() =>
        Check(Reference, "--only", "Poll.Memory,wiring.schema", "--fail-on", "any").Output.ShouldEndWith("2 passed, 0 failed\n");

    [Test]
    public void AGroup_of_requirements_is_judged_by_its_name() =>
        Check(Reference, "--only", "redis").Output.ShouldEndWith("6 passed, 0 failed\n");

    [TestCase("text", "✗ production.backup", "production: 0 of {production}")]
    [TestCase("json", "\"severity\": \"production\"", "\"id\": \"production.pod-security\"")]
    [TestCase("junit", "tests=\"{every}\" failures=\"{production}\"", "classname=\"production\" name=\"production.pod-security\"")]
    [TestCase("markdown", "| {held} | {production} | 1 |", "| production.pod-security | poll.deployment.yaml:")]
    [TestCase("html", "colspan=\"{production}\">production</th>", "id=\"f0-production.pod-security\"")]
    [TestCase("sarif", "\"ruleId\": \"production.pod-security\"", "\"ruleIndex\": {all}")]
    [TestCase("csv", ",production.backup", ",{fails}\n")]
    public void What_production_needs_is_told_in_every_format_where_it_is_asked_for_and_nowhere_else(string format, params string[] told)
    {
        var (without, with) = (Check(Reference, "--format", format), Check(Reference, "--format", format, "--production"));
        (without.ExitCode, with.ExitCode, Check(Reference, "--production", "--fail-on", "specification").ExitCode).ShouldBe((0, 1, 0));
        without.Output.ShouldNotContain("production");
        foreach (var text in told)
        {
            with.Output.ShouldContain(Counted(text));
        }
    }

    [Test]
    public void A_requirement_of_production_is_explained_and_listed_where_it_is_asked_for()
    {
        Check("--explain", "production.pod-security").Output.ShouldContain("allowPrivilegeEscalation: true");
        Check("--list-requirements").Output.ShouldNotContain("production");
        Check("--list-requirements", "--production").Output.ShouldContain("## production");
    }

    [Test]
    public void An_older_hand_in_is_compared_with() =>
        Check(Reference, "--since", Broken).Output.ShouldStartWith($"since {Broken}: fixed: poll.memory\n");

    [Test]
    public void Colours_and_progress_are_for_a_terminal()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        new CheckCommand(output, error) { IsColoured = true, IsWatched = true }
            .Run([Broken])
            .ShouldBe(1);
        (output.ToString().Contains("\e[", StringComparison.Ordinal), error.ToString()).ShouldBe((true, ""));
        new CheckCommand(output, error) { IsWatched = true }
            .Run([Broken, Reference])
            .ShouldBe(1);
        error.ToString().ShouldEndWith("2 of 2\n");
    }

    [Test]
    public void Documents_in_other_files_are_judged_where_they_stand()
    {
        Directory.CreateDirectory(Folder.In("spread/all"));
        File.WriteAllText(
            Folder.In("spread/all/everything.yaml"),
            string.Join("---\n", Directory.GetFiles(Reference).Select(File.ReadAllText))
        );
        var (plain, result) = (Check(Folder.In("spread")), Check(Folder.In("spread"), "--spread"));
        plain.Output.ShouldBe(
            "everything is in all/everything.yaml: each document is judged in the flat file that it belongs to, as with --spread\n"
                + result.Output
        );
        result.Output.TrimEnd().Split('\n')[^1].ShouldBe($"{Catalogue.All.Count - 20} passed, 19 failed");
        result.Output.ShouldContain("files: 0 of 19");
    }

    [Test]
    public void What_has_one_cause_is_told_once_and_what_hangs_on_it_where_that_stands()
    {
        var file = Path.Combine(Broken, "poll.deployment.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("kind: Deployment", "kind: deployment"));

        var text = Check(Broken).Output;

        text.Split("holds deployment poll, and no Deployment").Length.ShouldBe(2, "a text that stands once has two sides");
        text.ShouldContain("  ✗ poll.replicas  poll runs 2 instances.\n      Fixed with poll.image.\n");
        text.ShouldContain("did you mean Deployment?", customMessage: "the same cause in other words is told");
    }

    [TestCase("any", 1, 1)]
    [TestCase("Specification", 1, 0)]
    [TestCase("letter", 1, 0, TestName = "its name in 1.0")]
    [TestCase("nothing", 0, 0)]
    public void What_fails_can_be_chosen(string failOn, int ofSpecification, int ofWiring)
    {
        Check(Broken, "--fail-on", failOn).ExitCode.ShouldBe(ofSpecification);
        File.WriteAllText(Path.Combine(Broken, "poll.deployment.yaml"), Sample.Reference.Files["poll.deployment.yaml"]);
        File.WriteAllText(
            Path.Combine(Broken, "more.yaml"),
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 0}]}\n"
        );
        Check(Broken, "--fail-on", failOn).ExitCode.ShouldBe(ofWiring);
        Check(Broken, Folder.In("nowhere"), "--fail-on", failOn).ExitCode.ShouldBe(2);
    }

    [TestCase("poll.image", "any", 2)]
    [TestCase("poll.image", "specification", 2)]
    [TestCase("poll.image", "nothing", 0)]
    [TestCase("poll.image,wiring.schema", "any", 1)]
    [TestCase("poll.image,wiring.schema", "specification", 2)]
    [TestCase("redis.image", "any", 0)]
    public void What_a_file_hides_that_can_not_be_read_does_not_hold(string only, string failOn, int exitCode)
    {
        File.WriteAllText(Path.Combine(Broken, "poll.deployment.yaml"), "a: [\n");
        Check(Broken, "--only", only, "--fail-on", failOn).ExitCode.ShouldBe(exitCode);
    }

    [Test]
    public void It_says_how_it_is_used() => Check("--help").Output.ShouldContain("bernstein-check [<FOLDER>...] [options]");

    // One requirement of the reference has nothing to be judged on.
    private static string Counted(string text) =>
        text.Replace("{all}", $"{Catalogue.All.Count}", StringComparison.Ordinal)
            .Replace("{every}", $"{Catalogue.WithProduction.Count}", StringComparison.Ordinal)
            .Replace("{held}", $"{Catalogue.All.Count - 1}", StringComparison.Ordinal)
            .Replace("{production}", $"{Catalogue.Production.Count}", StringComparison.Ordinal)
            .Replace("{fails}", string.Join(',', Catalogue.Production.Select(_ => "fail")), StringComparison.Ordinal);
}
