namespace Bernstein.Chart.Tests.Databases;

/// <summary>What docs/backup.md promises of a backup and of a restore, with a real PostgreSQL.</summary>
public sealed class BackupTests : BackupTest
{
    [Test]
    public void What_is_missing_is_put_back_and_no_newer_vote_is_overwritten()
    {
        Backup().Run();
        var before = Votes();
        Postgres.Query("DELETE FROM votes WHERE id LIKE 'voter 1%'");
        Postgres.Query("UPDATE votes SET vote = 'newer' WHERE id = 'voter 2'");
        Postgres.Query("INSERT INTO votes VALUES ('since', 'a')");
        Restore("restore-now")
            .Run()
            .Output.ShouldBe($"the table had 889 votes\nfrom {Names().Single()}, of 1000 votes: the table has 1001\n");
        Votes().ShouldBe([.. before.Where(row => !row.StartsWith("voter 2|", StringComparison.Ordinal)), "voter 2|newer", "since|a"], true);
    }

    [Test]
    public void A_database_without_a_table_is_as_before()
    {
        Backup().Run();
        var before = Votes();
        Postgres.Query("DROP TABLE votes");
        Restore("restore-now").Run();
        Votes().ShouldBe(before, ignoreOrder: true);
        Should.Throw<CommandException>(() => Postgres.Query("INSERT INTO votes VALUES ('voter 1', 'a')"), "the key is there");
    }

    [Test]
    public void Each_good_backup_is_noted_with_its_time_and_its_votes_and_listed()
    {
        Backup().Run();
        var file = Names().Single();
        Backup().Run().Output.Split('\n')[0].ShouldBe($"{file}: 1000 votes, {new FileInfo(Path.Combine(Claim, file)).Length} bytes");
        Postgres.Query("SELECT votes, taken <= now() AND taken > now() - interval '1 hour' FROM backups").ShouldBe(["1000|t", "1000|t"]);
    }

    [Test]
    public void A_table_that_another_version_made_for_the_notes_is_taken_as_it_is()
    {
        Postgres.Query("CREATE TABLE backups AS SELECT now() AS taken, NULL::bigint AS votes");
        Backup().Run();
        Postgres.Query("SELECT votes FROM backups ORDER BY taken").ShouldBe(["1000"]);
    }

    [Test]
    public void The_one_just_made_stays_and_is_the_newest_whatever_a_clock_said()
    {
        Backup().Run();
        Rename(Names()[0], 1, "20990101-000000");
        Backup().Run();
        var ahead = Rename(Names()[1], 2, "20990102-000000");
        Postgres.Query("INSERT INTO votes VALUES ('later', 'a')");
        Backup().Run().Output.ShouldMatch($"^{ahead}: 1000 votes, \\d+ bytes, later than the clock of this node\n");
        Names().Select(name => name[..13]).ShouldBe(["votes-000002-", "votes-000003-"]);
        Postgres.Query("DELETE FROM votes WHERE id IN ('later', 'voter 1')");
        Restore("restore-now").Run().Output.ShouldContain($"from {Names()[1]}, of 1001 votes: the table has 1001\n");
    }

    [Test]
    public void A_new_poll_can_be_backed_up_before_its_first_vote()
    {
        Postgres.Query("TRUNCATE votes");
        Backup().Run();
        Backup().Run();
        Names().ShouldAllBe(name => name.EndsWith("-0.dump"));
        Restore("restore-now").Run().Output.ShouldContain("of 0 votes: the table has 0\n");
    }

    [Test]
    public void A_table_that_was_emptied_does_not_push_out_what_was_kept()
    {
        Backup().Run();
        var kept = Names();
        Postgres.Query("TRUNCATE votes");
        var refused = Backup().TryRun();
        (refused.ExitCode, refused.Error).ShouldBe(
            (1, $"the table is empty, and {kept.Single()} is not: restore it, or delete the files of an earlier poll from the claim\n")
        );
        Names().ShouldBe(kept);
        Postgres.Query("SELECT count(*) FROM backups").ShouldBe(["1"]);
    }

    [Test]
    public void A_file_that_is_not_whole_puts_nothing_back([Values(1, 200, 2000)] int cutOff)
    {
        Backup().Run();
        var file = Names().Single();
        var path = Path.Combine(Claim, file);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^cutOff]);
        Postgres.Query("DELETE FROM votes WHERE id <> 'voter 1'");
        var refused = Restore("restore-now").TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain($"{file} is damaged, or newer than these tools: take another one\n{file}: 1000 votes, ");
        Votes().ShouldBe(["voter 1|b"]);
    }

    [Test]
    public void A_bit_that_has_changed_is_found()
    {
        Backup().Run();
        var path = Path.Combine(Claim, Names().Single());
        var bytes = File.ReadAllBytes(path);
        bytes[^1000] ^= 1;
        File.WriteAllBytes(path, bytes);
        Restore("restore-now").TryRun().Error.ShouldContain("is damaged, or newer than these tools: take another one");
    }

    [Test]
    public void A_database_that_does_not_answer_is_a_failure_that_leaves_nothing()
    {
        var failed = Backup(("POSTGRES_HOST", Claim), Instead("sleep", "exit 0")).TryRun();
        failed.ExitCode.ShouldBe(2);
        failed.Error.ShouldStartWith("psql: error: connection to server");
        Names().ShouldBeEmpty();
    }
}
