namespace Bernstein.Chart.Tests.Chart;

/// <summary>The script of the votes table Job, with a psql that stands in for a database of somebody else's.</summary>
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class VotesTableJobTests
{
    /// <summary>Answers a statement with the file that has its first word for a name; without one it is denied.</summary>
    private const string Psql = """
        #!/bin/sh
        for argument; do statement=${argument#--command=}; done
        case $statement in
          *to_regclass*) cat "$DATABASE/table" ;;
          CREATE*) [ -e "$DATABASE/create" ] || { echo 'permission denied for schema public' >&2; exit 1; } ;;
          *has_table_privilege*) cat "$DATABASE/denied" ;;
        esac
        """;

    [TestCase("{}", "psql --command='CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)'")]
    [TestCase("postgres: {password: given, external: {host: db.example.org}}", "sh /scripts/votes-table.sh")]
    public void A_database_of_somebody_elses_is_looked_at_first(string values, string command)
    {
        var pod = BernsteinChart
            .Manifests(new ChartOptions { Values = values })
            .In("votes-table.job.yaml")
            .Single()
            .Root.At("spec.template.spec");
        pod.At("containers[0].args[0]").Text!.TrimEnd().Split('\n')[1..].ShouldBe(["until pg_isready --quiet; do sleep 1; done", command]);
        pod["volumes"].Items.Any(volume => volume.At("configMap.name").Text == "scripts").ShouldBe(command.Contains("/scripts/"));
    }

    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("votes", "", false, 0, "")]
    [TestCase("", "", true, 0, "")]
    [TestCase(
        "",
        "",
        false,
        1,
        "app can't make the table votes: as the owner of the database run GRANT CREATE ON SCHEMA public TO \"app\"\n"
    )]
    [TestCase(
        "votes",
        "INSERT, UPDATE",
        false,
        1,
        "app can't use the table votes: as its owner run GRANT INSERT, UPDATE ON votes TO \"app\"\n"
    )]
    public void It_looks_first_and_names_the_right_that_is_missing(string table, string denied, bool mayCreate, int exitCode, string said)
    {
        File.WriteAllText(_folder.In("psql"), Psql);
        File.SetUnixFileMode(_folder.In("psql"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(_folder.In("table"), table);
        File.WriteAllText(_folder.In("denied"), denied);
        if (mayCreate)
        {
            File.WriteAllText(_folder.In("create"), "");
        }

        var result = new Command("sh", [Project.In("chart", "bernstein", "files", "votes-table.sh")])
        {
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = $"{_folder.Path}:{SearchPath.OfThisTest}",
                ["DATABASE"] = _folder.Path,
                ["PGUSER"] = "app",
                ["STATEMENT"] = "CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)",
            },
        }.TryRun();
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldEndWith(said);
    }
}
