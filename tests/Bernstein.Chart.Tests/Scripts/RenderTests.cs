namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/render: the flat files, and what it never does to a folder.</summary>
[NeedsUnix("the shell")]
public sealed class RenderTests
{
    /// <summary>What stands beside the 19 files of the specification.</summary>
    private static readonly string[] Beside = [".rendered", "traefik.configmap.yaml", "votes-table.job.yaml"];

    /// <summary>What it writes into a new folder: written once for all the tests that begin where it has ended.</summary>
    private static readonly Lazy<Dictionary<string, string>> Rendered = new(() =>
    {
        var tests = new RenderTests();
        try
        {
            tests.Render();
            return tests.Contents();
        }
        finally
        {
            tests.Remove();
        }
    });

    private readonly TemporaryFolder _folder = new();

    private string Manifests => _folder.In("manifests");

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_folder_holds_the_19_files_and_two_beside_them()
    {
        Render().Output.ShouldBe($"21 files in {Manifests}\n");
        var required = Catalogue
            .All.Select(requirement => requirement.Identifier)
            .Where(id => id.StartsWith("files."))
            .Select(id => id["files.".Length..]);
        Names().ShouldBe(required.Concat(Beside).Order(StringComparer.Ordinal));
    }

    [Test]
    public void A_folder_that_can_not_be_made_is_named()
    {
        File.WriteAllText(_folder.In("file"), "");
        var result = TryRender([_folder.In("file/manifests")]);
        (result.ExitCode, result.Error).ShouldBe(
            (2, $"render: {_folder.In("file/manifests")} can't be made there: name a folder that can be written to\n")
        );
    }

    [Test]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_Secret_is_for_its_owner_only()
    {
        Render();
        File.GetUnixFileMode(Path.Combine(Manifests, "postgres.secret.yaml")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.Combine(Manifests, "postgres.configmap.yaml")).HasFlag(UnixFileMode.OtherRead).ShouldBeTrue();
    }

    [Test]
    public void The_project_may_be_in_a_folder_of_any_name()
    {
        const string name = "Übung 1, Gruppe \"b\"";
        Directory.CreateDirectory(_folder.In($"{name}/scripts"));
        foreach (var part in new[] { "chart", "values", "scripts/render" })
        {
            _folder.Copy(Project.In(part.Split('/')), $"{name}/{part}");
        }

        new Command(_folder.In($"{name}/scripts/render"), []) { Environment = new Dictionary<string, string> { ["HELM"] = HelmTool.Path } }
            .Run()
            .Output.ShouldBe($"21 files in {_folder.In(name)}/manifests\n");
    }

    [Test]
    public void Every_requirement_holds_for_the_flat_files()
    {
        BeginRendered();
        Failures().ShouldBeEmpty();
    }

    [Test]
    public void With_the_19_files_alone_every_requirement_holds_but_for_the_Job_that_is_not_there()
    {
        BeginRendered();
        foreach (var name in Beside)
        {
            File.Delete(Path.Combine(Manifests, name));
        }

        Failures().ShouldBe(["wiring.votes-table"]);
    }

    [Test]
    public void A_file_begins_with_its_object_and_separates_only_between_objects()
    {
        BeginRendered();
        foreach (var path in Directory.EnumerateFiles(Manifests, "*.yaml"))
        {
            var lines = File.ReadAllLines(path);
            lines[0].ShouldStartWith("apiVersion: ", Case.Sensitive, path);
            lines.Count(line => line == "---").ShouldBe(FlatFiles.Parse(path, File.ReadAllText(path)).Objects.Count - 1, path);
            lines.ShouldNotContain(line => line.StartsWith("# Source"), path);
        }
    }

    // What the other tests judge is taken apart by BernsteinChart.Files: what is delivered, by the script.
    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void Its_files_are_byte_for_byte_those_that_the_tests_of_the_chart_read(Profile profile)
    {
        TryRender([Manifests, "-f", profile.Path], ("POSTGRES_PASSWORD", "not-a-secret")).ExitCode.ShouldBe(0);
        // A template in a folder of its own is a test of the release, which kubectl apply has no use for.
        var expected = BernsteinChart
            .Files(BernsteinChart.Render(profile.Options with { Values = profile.Options.Values + "flatFiles: true\n" }))
            .Where(file => !file.Key.Contains('/'))
            .ToDictionary();
        Names().ShouldBe(expected.Keys.Append(".rendered").Order(StringComparer.Ordinal));
        foreach (var (name, text) in expected)
        {
            File.ReadAllBytes(Path.Combine(Manifests, name)).ShouldBe(System.Text.Encoding.UTF8.GetBytes(text), name);
        }
    }

    [Test]
    public void Another_user_database_or_version_than_the_folder_held_is_said_for_a_database_that_runs_knows_none()
    {
        File.WriteAllText(_folder.In("first.yaml"), "postgres: {user: u1, password: secret}");
        File.WriteAllText(_folder.In("second.yaml"), "postgres: {user: u2, password: secret, database: polls, image: 'postgres:17'}");
        TryRender([Manifests, "-f", _folder.In("first.yaml")]).Error.ShouldNotContain("before");
        TryRender([Manifests, "-f", _folder.In("first.yaml")]).Error.ShouldNotContain("before");
        TryRender([Manifests, "-f", _folder.In("second.yaml")])
            .Error.ShouldContain(
                $"{Manifests} had another PostgreSQL, database, user before. A running database keeps its own: set it back, or move the votes: docs/operations.md, «Move the volume»\n"
            );
    }

    [Test]
    public void A_second_run_keeps_the_password_that_was_generated_and_every_byte()
    {
        BeginRendered();
        Render();
        Contents().ShouldBe(Rendered.Value);
    }

    [Test]
    public void The_credentials_of_the_environment_come_first()
    {
        BeginRendered();
        Render(("POSTGRES_USER", "o'neil"), ("POSTGRES_PASSWORD", "a\"b@c: $d 'é 50%"));
        var data = FlatFiles.Parse("s", File.ReadAllText(Path.Combine(Manifests, "postgres.secret.yaml"))).Objects.Single().Root["data"];
        (Decode(data["POSTGRES_USER"]), Decode(data["POSTGRES_PASSWORD"])).ShouldBe(("o'neil", "a\"b@c: $d 'é 50%"));
    }

    [Test]
    public void The_password_in_the_values_comes_before_the_one_that_the_folder_holds()
    {
        BeginRendered();
        var values = Path.Combine(Path.GetDirectoryName(Manifests)!, "values.yaml");
        File.WriteAllText(values, "postgres: {password: second, user: somebody}");
        var result = new Command(Project.In("scripts", "render"), [Manifests, "-f", values]).Run();
        result.Error.ShouldContain("held another password before. A running database keeps it until you change it there");
        var data = FlatFiles.Parse("s", File.ReadAllText(Path.Combine(Manifests, "postgres.secret.yaml"))).Objects.Single().Root["data"];
        (Decode(data["POSTGRES_USER"]), Decode(data["POSTGRES_PASSWORD"])).ShouldBe(("somebody", "second"));
    }

    [Test]
    public void An_existing_Secret_takes_the_place_of_the_one_that_the_folder_holds()
    {
        BeginRendered();
        var values = Path.Combine(Path.GetDirectoryName(Manifests)!, "values.yaml");
        File.WriteAllText(values, "postgres: {existingSecret: elsewhere}");
        new Command(Project.In("scripts", "render"), [Manifests, "-f", values]).Run().Error.ShouldContain("held another password before");
        File.Exists(Path.Combine(Manifests, "postgres.secret.yaml")).ShouldBeFalse();
    }

    [Test]
    public void The_node_that_keeps_the_votes_is_asked_for_and_written_down()
    {
        var unpinned = new Command(Project.In("scripts", "render"), [Manifests]).Run();
        unpinned.Error.ShouldContain("on another node it starts without them. On several nodes name one: --node NODE");
        var pinned = new Command(Project.In("scripts", "render"), [Manifests, "--node", "123"]).Run();
        pinned.Error.ShouldBeEmpty();
        FlatFiles
            .Parse("v", File.ReadAllText(Path.Combine(Manifests, "postgres.volume.yaml")))
            .Objects[0]
            .Root.At("spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0]")
            .Text.ShouldBe("123");
        Refuses("--node needs the name of a node", [Manifests, "--node", ""]);
    }

    [TestCase("POSTGRES_PASSWORD", "a\nb", "can't hold line ends or other control characters")]
    [TestCase("POSTGRES_USER", "a\r", "can't hold line ends or other control characters")]
    [TestCase("POSTGRES_PASSWORD", "a#b", "holds #, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a/b", "holds /, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a?b", "holds ?, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a\\b", "holds \\, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a%4Fb", "holds %4F, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_USER", "a:b", "holds :, which breaks the address that result makes of it")]
    public void A_credential_that_result_cannot_carry_is_refused(string name, string text, string message) =>
        Refuses($"{name} {message}", [Manifests], (name, text));

    [Test]
    public void A_file_that_it_did_not_write_stops_it()
    {
        BeginRendered();
        File.WriteAllText(Path.Combine(Manifests, "mine.yaml"), "mine");
        Refuses("is not as this command left it (mine.yaml): name a new folder", [Manifests]);
    }

    [Test]
    public void A_file_that_is_gone_stops_it()
    {
        BeginRendered();
        File.Delete(Path.Combine(Manifests, "poll.service.yaml"));
        Refuses("is not as this command left it (poll.service.yaml): name a new folder", [Manifests]);
    }

    [Test]
    public void A_file_that_was_edited_stops_it()
    {
        BeginRendered();
        File.AppendAllText(Path.Combine(Manifests, "poll.service.yaml"), "# mine\n");
        Refuses("has been edited (poll.service.yaml): name a new folder", [Manifests]);
    }

    [Test]
    public void A_folder_of_somebody_else_stops_it()
    {
        Directory.CreateDirectory(Manifests);
        File.WriteAllText(Path.Combine(Manifests, "mine.txt"), "mine");
        Refuses("holds files that this command did not write: name a new folder", [Manifests]);
    }

    [Test]
    public void Values_that_Helm_refuses_leave_the_folder_as_it_was()
    {
        BeginRendered();
        File.WriteAllText(_folder.In("bad.yaml"), "pol: {}\n");
        Refuses("pol", [Manifests, "-f", _folder.In("bad.yaml")]);
    }

    [Test]
    public void Values_that_Helm_refuses_make_no_folder()
    {
        File.WriteAllText(_folder.In("bad.yaml"), "pol: {}\n");
        TryRender([Manifests, "-f", _folder.In("bad.yaml")]).ExitCode.ShouldNotBe(0);
        Directory.Exists(Manifests).ShouldBeFalse();
    }

    [Test]
    public void A_values_file_that_is_not_there_is_named() =>
        Refuses("there is no values file nowhere.yaml", [Manifests, "-f", "nowhere.yaml"]);

    [Test]
    public void An_option_that_is_not_there_is_named() => Refuses("unknown option --out", [Manifests, "--out"]);

    [Test]
    public void A_file_in_the_place_of_the_folder_stops_it()
    {
        File.WriteAllText(Manifests, "mine");
        TryRender([Manifests])
            .ShouldSatisfyAllConditions(
                result => result.ExitCode.ShouldBe(2),
                result => result.Error.ShouldBe($"render: {Manifests} is not a folder\n")
            );
        File.ReadAllText(Manifests).ShouldBe("mine");
    }

    [TestCase("1.20", "policy/v1beta1")]
    [TestCase("1.21", "policy/v1")]
    public void The_version_of_the_cluster_decides_the_API_of_what_is_optional(string kubernetes, string apiVersion)
    {
        File.WriteAllText(_folder.In("budget.yaml"), "poll: {disruptionBudget: {enabled: true}}\n");
        TryRender([Manifests, "-f", _folder.In("budget.yaml"), "--kube-version", kubernetes]).ExitCode.ShouldBe(0);
        File.ReadLines(Path.Combine(Manifests, "disruptionBudgets.yaml")).First().ShouldBe($"apiVersion: {apiVersion}");
    }

    [Test]
    public void Later_values_files_win()
    {
        File.WriteAllText(_folder.In("one.yaml"), "poll: {host: one.example.org}\n");
        File.WriteAllText(_folder.In("two.yaml"), "poll: {host: two.example.org}\n");
        TryRender([Manifests, "-f", _folder.In("one.yaml"), "--values", _folder.In("two.yaml")]).ExitCode.ShouldBe(0);
        File.ReadAllText(Path.Combine(Manifests, "poll.ingress.yaml")).ShouldContain("host: two.example.org");
    }

    [Test]
    public void A_file_that_other_values_no_longer_need_goes()
    {
        File.WriteAllText(_folder.In("claim.yaml"), "redis: {volume: {enabled: true}}\n");
        TryRender([Manifests, "-f", _folder.In("claim.yaml")]).ExitCode.ShouldBe(0);
        Names().ShouldContain("redis.volume.yaml");
        Render();
        Names().ShouldNotContain("redis.volume.yaml");
    }

    [Test]
    public void It_says_how_it_is_used() => TryRender(["--help"]).Output.ShouldStartWith("usage: scripts/render [FOLDER]");

    private static string Decode(Node node) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(node.Text!));

    private void BeginRendered()
    {
        Directory.CreateDirectory(Manifests);
        foreach (var (name, text) in Rendered.Value)
        {
            File.WriteAllText(Path.Combine(Manifests, name), text);
        }
    }

    private CommandResult Render(params (string Name, string Value)[] environment)
    {
        var result = TryRender([Manifests], environment);
        return result.ExitCode == 0 ? result : throw new CommandException(result);
    }

    private CommandResult TryRender(string[] arguments, params (string Name, string Value)[] environment) =>
        new Command(Project.In("scripts", "render"), arguments)
        {
            WorkingDirectory = _folder.Path,
            Environment = environment.Append((Name: "HELM", Value: HelmTool.Path)).ToDictionary(pair => pair.Name, pair => pair.Value),
        }.TryRun();

    private void Refuses(string message, string[] arguments, params (string Name, string Value)[] environment)
    {
        var before = Contents();
        var result = TryRender(arguments, environment);
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain(message);
        Contents().ShouldBe(before);
    }

    private IEnumerable<string> Failures() =>
        Assessment
            .Of(new Submission(FlatFiles.Read(Manifests), new Version(1, 35)))
            .Outcomes.Where(outcome => outcome.Verdict.Status != Status.Pass)
            .Select(outcome => outcome.Requirement.Identifier);

    private IEnumerable<string> Names() =>
        Directory.Exists(Manifests)
            ? Directory.EnumerateFileSystemEntries(Manifests).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)
            : [];

    private Dictionary<string, string> Contents() =>
        Names().ToDictionary(name => name, name => File.ReadAllText(Path.Combine(Manifests, name)));
}
