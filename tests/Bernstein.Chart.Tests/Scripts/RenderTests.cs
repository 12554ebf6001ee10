namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/render: the flat files.</summary>
public sealed class RenderTests : RenderTest
{
    /// <summary>What stands beside the 19 files of the specification.</summary>
    private static readonly string[] Beside = [".rendered", "traefik.configmap.yaml", "votes-table.job.yaml"];

    [Test]
    public void The_folder_holds_the_19_files_and_two_beside_them_and_the_Secret_is_for_its_owner_only()
    {
        Render([]).Output.ShouldBe($"21 files in {Manifests}\n");
        var required = Catalogue
            .All.Select(requirement => requirement.Identifier)
            .Where(id => id.StartsWith("files."))
            .Select(id => id[6..]);
        Folder.Names("manifests").ShouldBe(required.Concat(Beside).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Folder.In("manifests/postgres.secret.yaml")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Folder.In("manifests/postgres.configmap.yaml")).HasFlag(UnixFileMode.OtherRead).ShouldBeTrue();
        }
    }

    [Test]
    public void The_project_may_be_in_a_folder_of_any_name()
    {
        const string name = "Übung 1, Gruppe \"b\"";
        foreach (var part in new[] { "chart", "values", "scripts/render" })
        {
            Folder.Copy(Project.In(part.Split('/')), $"{name}/{part}");
        }

        new Command(Folder.In($"{name}/scripts/render"), []) { Environment = new Dictionary<string, string> { ["HELM"] = HelmTool.Path } }
            .Run()
            .Output.ShouldBe($"21 files in {Folder.In(name)}/manifests\n");
    }

    [Test]
    public void Every_requirement_holds_for_the_flat_files_and_without_the_Job_that_nobody_asked_for_all_but_one()
    {
        BeginRendered();
        Failures().ShouldBeEmpty();
        foreach (var name in Beside)
        {
            File.Delete(Path.Combine(Manifests, name));
        }

        Failures().ShouldBe(["wiring.votes-table"]);
    }

    [Test]
    public void A_file_begins_with_its_object_and_separates_only_between_objects()
    {
        foreach (var (name, text) in Rendered.Value.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var lines = text.Split('\n');
            lines[0].ShouldStartWith("apiVersion: ", Case.Sensitive, name);
            lines.Count(line => line == "---").ShouldBe(FlatFiles.Parse(name, text).Objects.Count - 1, name);
            lines.ShouldNotContain(line => line.StartsWith("# Source"), name);
        }
    }

    // What the other tests judge is taken apart by BernsteinChart.Files: what is delivered, by the script.
    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void Its_files_are_byte_for_byte_those_that_the_tests_of_the_chart_read(Profile profile)
    {
        Render(["-f", profile.Path], ("POSTGRES_PASSWORD", "not-a-secret"));
        // A template in a folder of its own is a test of the release, which kubectl apply has no use for.
        Contents(Folder)
            .Where(file => file.Key != ".rendered")
            .ShouldBe(
                BernsteinChart
                    .Files(BernsteinChart.Render(profile.Options with { Values = profile.Options.Values + "flatFiles: true\n" }))
                    .Where(file => !file.Key.Contains('/'))
                    .OrderBy(file => file.Key, StringComparer.Ordinal)
            );
    }

    [Test]
    public void Another_user_database_or_version_than_the_folder_held_is_said_for_a_database_that_runs_knows_none()
    {
        var first = Folder.Write("first.yaml", "postgres: {user: u1, password: secret}");
        var second = Folder.Write("second.yaml", "postgres: {user: u2, password: secret, database: polls, image: 'postgres:17'}");
        Render(["-f", first]).Error.ShouldNotContain("before");
        Render(["-f", first]).Error.ShouldNotContain("before");
        Render(["-f", second])
            .Error.ShouldContain(
                $"{Manifests} had another PostgreSQL, database, user before. A running database keeps its own: set it back, or move the votes: docs/operations.md, «Move the volume»\n"
            );
    }

    [Test]
    public void A_second_run_keeps_the_password_that_was_generated_and_every_byte()
    {
        BeginRendered();
        Render([]);
        Contents(Folder).ShouldBe(Rendered.Value);
    }

    [Test]
    public void Credentials_are_those_of_the_environment_or_of_the_values_before_those_that_the_folder_holds()
    {
        BeginRendered();
        Render([], ("POSTGRES_USER", "o'neil"), ("POSTGRES_PASSWORD", "a\"b@c: $d 'é 50%"));
        Credentials().ShouldBe(("o'neil", "a\"b@c: $d 'é 50%"));
        var result = Render(["-f", Folder.Write("values.yaml", "postgres: {password: second, user: somebody}")]);
        result.Error.ShouldContain("held another password before. A running database keeps it until you change it there");
        Credentials().ShouldBe(("somebody", "second"));
        result = Render(["-f", Folder.Write("values.yaml", "postgres: {existingSecret: elsewhere}")]);
        result.Error.ShouldContain("held another password before");
        Folder.Names("manifests").ShouldNotContain("postgres.secret.yaml");

        (string, string) Credentials()
        {
            var data = FlatFiles.Parse("s", Folder.Read("manifests/postgres.secret.yaml")).Objects.Single().Root["data"];
            string Decoded(string key) => Encoding.UTF8.GetString(Convert.FromBase64String(data[key].Text!));
            return (Decoded("POSTGRES_USER"), Decoded("POSTGRES_PASSWORD"));
        }
    }

    [Test]
    public void The_node_that_keeps_the_votes_is_asked_for_and_written_down()
    {
        Render([]).Error.ShouldContain("on another node it starts without them. On several nodes name one: --node NODE");
        Render(["--node", "123"]).Error.ShouldBeEmpty();
        FlatFiles
            .Parse("v", Folder.Read("manifests/postgres.volume.yaml"))
            .Objects[0]
            .Root.At("spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0]")
            .Text.ShouldBe("123");
    }

    [TestCase("1.20", "policy/v1beta1")]
    [TestCase("1.21", "policy/v1")]
    public void The_version_of_the_cluster_decides_the_API_of_what_is_optional(string kubernetes, string apiVersion)
    {
        Render(["-f", Folder.Write("budget.yaml", "poll: {disruptionBudget: {enabled: true}}\n"), "--kube-version", kubernetes]);
        Folder.Read("manifests/disruptionBudgets.yaml").ShouldStartWith($"apiVersion: {apiVersion}\n");
    }

    [Test]
    public void Later_values_files_win_and_a_file_that_other_values_no_longer_need_goes()
    {
        var one = Folder.Write("one.yaml", "poll: {host: one.example.org}\nredis: {volume: {enabled: true}}\n");
        Render(["-f", one, "--values", Folder.Write("two.yaml", "poll: {host: two.example.org}\n")]);
        Folder.Read("manifests/poll.ingress.yaml").ShouldContain("host: two.example.org");
        Folder.Names("manifests").ShouldContain("redis.volume.yaml");
        Render([]);
        Folder.Names("manifests").ShouldNotContain("redis.volume.yaml");
    }

    private IEnumerable<string> Failures() =>
        Assessment
            .Of(new Submission(FlatFiles.Read(Manifests), new Version(1, 35)))
            .Outcomes.Where(outcome => outcome.Verdict.Status != Status.Pass)
            .Select(outcome => outcome.Requirement.Identifier);
}
