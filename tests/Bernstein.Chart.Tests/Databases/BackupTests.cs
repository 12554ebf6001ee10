using System.Runtime.Versioning;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Databases;

/// <summary>The scripts of the CronJobs backup and restore, with a real PostgreSQL.</summary>
[SupportedOSPlatform("linux")]
[NeedsUnix("the shell")]
public sealed class BackupTests : DatabaseTest
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Fill()
    {
        _folder = new TemporaryFolder();
        Postgres.Query("DROP TABLE IF EXISTS votes, backups");
        Postgres.Query(ChartScript.Of("backup").Variables["TABLE"]);
        Postgres.Query("INSERT INTO votes SELECT 'voter ' || number, chr(97 + number % 4) FROM generate_series(1, 1000) AS number");
        Postgres.Query("INSERT INTO votes VALUES ('\"quoted\", \\ and' || chr(10) || 'two lines', ''), ('é', 'd')");
    }

    [TearDown]
    public void Remove() => _folder?.Dispose();

    [Test]
    public void What_is_missing_is_put_back_and_no_newer_vote_is_overwritten()
    {
        Backup().Run();
        var before = Votes();
        Postgres.Query("DELETE FROM votes WHERE id LIKE 'voter 1%'");
        Postgres.Query("UPDATE votes SET vote = 'newer' WHERE id = 'é'");
        Restore("restore-now")
            .Run()
            .Output.ShouldContain("put back: 112 votes; another vote of the same voter is in the table already, and stays: 1\n");
        Votes().ShouldBe([.. before.Where(row => row != "é|d"), "é|newer"], ignoreOrder: true);
    }

    [Test]
    public void A_database_without_a_table_is_as_before()
    {
        Backup().Run();
        var before = Votes();
        Postgres.Query("DROP TABLE votes");
        Restore("restore-now").Run();
        Votes().ShouldBe(before, ignoreOrder: true);
        Should.Throw<CommandException>(() => Postgres.Query("INSERT INTO votes VALUES ('é', 'a')"), "the key is there");
    }

    [Test]
    public void Each_good_backup_is_noted_with_its_time_and_its_votes()
    {
        Backup().Run();
        Postgres
            .Query("SELECT votes, taken <= now() AND taken > now() - interval '1 hour' FROM backups ORDER BY taken")
            .ShouldBe(["|t", "1002|t"]);
    }

    [Test]
    public void Only_the_newest_stay_and_one_can_be_named_by_its_time()
    {
        Write("20250101-000000", "voter 1,z");
        Write("20250102-000000", "voter 1,y");
        Backup().Run();
        Names().Select(name => name[..14]).ShouldBe(["votes-20250102", $"votes-{DateTime.UtcNow:yyyyMMdd}"]);
        Postgres.Query("TRUNCATE votes");
        Restore("restore-20250102-000000").Run();
        Votes().ShouldBe(["voter 1|y"]);
    }

    [Test]
    public void A_name_that_fits_no_backup_or_several_is_refused_with_those_that_there_are()
    {
        Restore("restore-now")
            .TryRun()
            .ShouldSatisfyAllConditions(
                none => none.ExitCode.ShouldBe(1),
                none => none.Error.ShouldBe("there is no backup on the claim\n")
            );
        Write("20250101-000000", "voter 1,z");
        Write("20250101-120000", "voter 1,y");
        foreach (var (job, number) in new[] { ("restore-20240101", 0), ("restore-20250101", 2) })
        {
            var refused = Restore(job).TryRun();
            refused.ExitCode.ShouldBe(1);
            refused.Error.ShouldStartWith($"{job} names {number} backups. There are:\nvotes-20250101-000000-1.csv.gz: 1 votes, ");
        }
    }

    [Test]
    public void A_file_that_is_not_whole_puts_nothing_back()
    {
        Backup().Run();
        var file = _folder.In(Names().Single());
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^200]);
        Postgres.Query("TRUNCATE votes");
        var refused = Restore("restore-now").TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("does not have the 1002 votes that its name tells: take another one");
        Votes().ShouldBeEmpty();
    }

    [Test]
    public void A_table_that_was_emptied_does_not_push_out_what_was_kept()
    {
        Backup().Run();
        var kept = Names();
        Postgres.Query("TRUNCATE votes");
        var refused = Backup().TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldStartWith($"the table is empty, and {kept.Single()} is not: restore it");
        Backup().TryRun().ExitCode.ShouldBe(1);
        Names().ShouldBe(kept);
        Postgres.Query("SELECT count(*) FROM backups WHERE votes IS NOT NULL").ShouldBe(["1"]);
    }

    [Test]
    public void A_database_that_does_not_answer_is_a_failure_that_leaves_nothing()
    {
        var failed = (
            Backup() with
            {
                Environment = new Dictionary<string, string>(Backup().Environment) { ["PGHOST"] = _folder.Path },
            }
        ).TryRun();
        failed.ExitCode.ShouldNotBe(0);
        Names().ShouldBeEmpty();
    }

    private Command Backup() => Script("backup", "backup");

    private Command Restore(string job) => Script("restore", "restore", new KeyValuePair<string, string>("JOB", job));

    private Command Script(string container, string argument, params KeyValuePair<string, string>[] more) =>
        ChartScript.Of(container).Command([.. Postgres.Environment, new("BACKUPS", _folder.Path), .. more], argument);

    private void Write(string time, string row)
    {
        File.WriteAllText(_folder.In("rows"), $"id,vote\n{row}\n");
        new Command("bash", ["-c", "gzip <rows >\"$1\" && rm rows", "bash", $"votes-{time}-1.csv.gz"])
        {
            WorkingDirectory = _folder.Path,
        }.Run();
    }

    private IReadOnlyList<string> Votes() => Postgres.Query("SELECT replace(id, chr(10), '/'), vote FROM votes");

    private string[] Names() =>
        [.. Directory.EnumerateFiles(_folder.Path, "votes-*.csv.gz").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
