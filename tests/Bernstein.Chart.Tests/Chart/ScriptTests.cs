namespace Bernstein.Chart.Tests.Chart;

/// <summary>The scripts and the configuration that pods are given, as far as they can be tried without a cluster. Those of the databases: Databases.</summary>
public sealed class ScriptTests : FolderTest
{
    /// <summary>Answers a statement with the file that has its first word for a name; without one it is denied.</summary>
    private const string Psql = """
        for argument; do statement=${argument#--command=}; done
        case $statement in
          *to_regclass*) cat "$DATABASE/table" ;;
          CREATE*) [ -e "$DATABASE/create" ] || { echo 'permission denied for schema public' >&2; exit 1; } ;;
          *has_table_privilege*) cat "$DATABASE/denied" ;;
        esac
        """;

    private static string Files => Path.Combine(Project.Chart, "files");

    [Platform("Linux")]
    [TestCase("votes", "", false, "")]
    [TestCase("", "", true, "")]
    [TestCase("", "", false, "app can't make the table votes: as the owner of the database run GRANT CREATE ON SCHEMA public TO \"app\"\n")]
    [TestCase(
        "votes",
        "INSERT, UPDATE",
        false,
        "app can't use the table votes: as its owner run GRANT INSERT, UPDATE ON votes TO \"app\"\n"
    )]
    public void The_votes_table_is_looked_for_first_and_the_right_that_is_missing_is_named(
        string table,
        string denied,
        bool mayCreate,
        string said
    )
    {
        Folder.Program("psql", Psql);
        Folder.Write("table", table);
        Folder.Write("denied", denied);
        if (mayCreate)
        {
            Folder.Write("create", "");
        }

        var result = new Command("sh", [Path.Combine(Files, "votes-table.sh")])
        {
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = $"{Folder.Path}:{SearchPath.OfThisTest}",
                ["DATABASE"] = Folder.Path,
                ["PGUSER"] = "app",
                ["STATEMENT"] = "CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)",
            },
        }.TryRun();
        result.ExitCode.ShouldBe(said.Length == 0 ? 0 : 1);
        result.Error.ShouldEndWith(said);
    }

    /// <summary>With the variables of worker and of result. A name is an address here: HAProxy looks its servers up at once.</summary>
    [Test]
    [Needs("haproxy")]
    public void HAProxy_takes_its_configuration([Values] bool hasRedis)
    {
        var environment = new Dictionary<string, string>
        {
            ["POSTGRES_HOST"] = "127.0.0",
            ["POSTGRES_PORT"] = "5432",
            ["POSTGRES_USER"] = "bernstein",
            ["NAMESPACE"] = "1",
            ["POD_IP"] = "127.0.0.1",
        };
        if (hasRedis)
        {
            environment["REDIS_HOST"] = "127.0.0";
        }

        var result = new Command("haproxy", ["-c", "-f", Path.Combine(Files, "haproxy.cfg")]) { Environment = environment }.TryRun();
        (result.ExitCode, result.Output.Trim()).ShouldBe((0, "Configuration file is valid"), result.Error);
    }

    [Test]
    public void The_configuration_of_HAProxy_is_the_file() =>
        BernsteinChart
            .Manifests("guards: {enabled: true}\nredis: {volume: {enabled: true}}\n")
            .In("guards.configmap.yaml")
            .Single()
            .Root.At("data")["haproxy.cfg"]
            .Text.ShouldBe(File.ReadAllText(Path.Combine(Files, "haproxy.cfg")));

    /// <summary>Its image names SIGINT (STOPSIGNAL), and a shell that is process 1 lets pass what it has no trap for: until the grace period is over.</summary>
    [Test]
    public void A_loop_in_the_image_of_postgres_ends_when_it_is_told_to() =>
        BernsteinChart
            .Render(new ChartOptions { Profile = "production", KubernetesVersion = "1.30" })
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("trap ", StringComparison.Ordinal))
            .ShouldBe(["trap 'rm -f new.part' EXIT", "trap exit INT TERM", "trap exit INT TERM"]);

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    [NeedsUnix("the shell")]
    public void Every_script_in_a_pod_is_one_that_its_shell_can_read(Profile profile)
    {
        var scripts = Scripts(profile).ToArray();
        scripts.ShouldNotBeEmpty();
        scripts
            .Select(script => new Command(script.Shell, ["-n", "-c", script.Text]).TryRun())
            .Where(result => result.ExitCode != 0)
            .Select(result => $"{result.Line}\n{result.Error}")
            .ShouldBeEmpty();
        // Of two dollars in a command or an argument Kubernetes makes one: a script would not be what it was.
        scripts.ShouldAllBe(script => !script.Text.Contains("$$"));
    }

    [TestCase("17 3,15 * * *", 25)]
    [TestCase("0 * * * *", 3)]
    [TestCase("*/5 * * * *", 3)]
    [TestCase("0 */6 * * *", 13)]
    [TestCase("0 3 * * *", 49)]
    [TestCase("0 3 * * 1", 337)]
    [TestCase("0 3 * * mon", 337)]
    [TestCase("0 3 * * 1-5", 97)]
    [TestCase("0 3 */2 * *", 97)]
    [TestCase("0 3 1 * *", 1489)]
    [TestCase("0 3 1 1 *", 17545)]
    [TestCase("0 3 1 JAN *", 17545)]
    public void Two_turns_of_the_schedule_without_a_backup_are_too_long(string schedule, int hours)
    {
        var manifests = BernsteinChart.Manifests($"backup: {{enabled: true, schedule: '{schedule}'}}\nmonitoring: {{enabled: true}}");
        var tested = manifests.In("tests/connections.pod.yaml").Single().Root.At("spec.containers[0].env").Items;
        tested.Single(variable => variable["name"].Text == "BACKUP_HOURS")["value"].Text.ShouldBe($"{hours}");
        manifests
            .In("postgres.configmap.yaml")
            .Single()
            .Root.At("data")["queries.yaml"]
            .Text.ShouldNotBeNull()
            .ShouldContain($"3600 * {hours} AS patience FROM backups WHERE votes IS NOT NULL");
    }

    // Of containers, probes and hooks: a shell, options that end with c, and the script, whether it stands in command or in args.
    private static IEnumerable<(string Shell, string Text)> Scripts(Profile profile) =>
        from workload in BernsteinChart.Workloads(profile.Options)
        from container in workload.Containers
        from items in new[] { "startupProbe", "readinessProbe", "livenessProbe", "lifecycle.preStop" }
            .Select(of => container.At($"{of}.exec.command").Items)
            .Append([.. container["command"].Items, .. container["args"].Items])
        let words = items.Select(item => item.Text!).ToArray()
        let shell = Array.FindIndex(words, word => word is "sh" or "bash")
        where shell >= 0 && words.Length > shell + 2
        select (words[shell], words[shell + 2]);
}
