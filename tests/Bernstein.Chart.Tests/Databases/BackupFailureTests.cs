namespace Bernstein.Chart.Tests.Databases;

/// <summary>Backups that end half way, meet each other, or lack what they need.</summary>
public sealed class BackupFailureTests : BackupTest
{
    [Test]
    public void An_end_at_any_step_leaves_whole_files_only_and_the_next_backup_is_good(
        [Values("flock", "psql", "pg_dump", "pg_restore", "mv", "sync", "rm")] string program
    )
    {
        Backup(("KEEP", "1")).Run();
        Backup(("KEEP", "1"), Instead(program, "\"$REAL\" \"$@\"; kill -9 \"$SCRIPT\"")).TryRun().ExitCode.ShouldBe(137);
        File.Delete(Path.Combine(Path.GetDirectoryName(Claim)!, "instead", program));
        var next = Backup(("KEEP", "1")).Run();
        next.Output.ShouldEndWith($"{Names().Single()}: 1000 votes, {new FileInfo(Path.Combine(Claim, Names().Single())).Length} bytes\n");
        Directory.EnumerateFiles(Claim).Select(Path.GetFileName).ShouldBe([Names().Single(), "lock"], ignoreOrder: true);
        Postgres.Query("TRUNCATE votes");
        Restore("restore-now").Run().Output.ShouldContain("the table has 1000\n");
    }

    [Test]
    public void A_full_claim_is_a_failure_that_leaves_nothing_of_the_new_file()
    {
        // A file that may not grow stands for a claim that is full.
        var failed = (
            Backup() with
            {
                Arguments = ["-c", "trap '' XFSZ; ulimit -f 4; exec bash \"$0\" backup", Backup().Arguments[2]],
            }
        ).TryRun();
        failed.ExitCode.ShouldBe(1);
        failed.Error.ShouldMatch("could not write|can't be read again: is the claim backups full\\?");
        Directory.EnumerateFiles(Claim).Select(Path.GetFileName).ShouldBe(["lock"]);
    }

    [Test]
    public void Two_at_once_come_one_after_the_other()
    {
        Parallel.Invoke(() => Backup().Run(), () => Backup().Run(), () => Restore("20").TryRun());
        Names().Select(name => name[..13]).ShouldBe(["votes-000001-", "votes-000002-"]);
        Restore("restore-000001").Run();
        Restore("restore-000002").Run();
    }

    [TestCase("exec sleep 60")]
    [TestCase("echo 'flock: 9: No locks available' >&2; exit 71")]
    public void Where_no_lock_is_given_in_time_the_message_names_the_claim_and_the_mend(string flock)
    {
        var refused = Backup(("PATIENCE", "1"), Instead("flock", flock)).TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldEndWith(
            "no lock on the claim backups: another backup or restore runs, or its volume has no file locks (NFS: mount it with nfsvers=4.1, or take another backup.volume.storageClass)\n"
        );
        Names().ShouldBeEmpty();
    }

    [Test]
    public void Whoever_may_only_read_and_write_the_two_tables_can_back_up_and_restore()
    {
        Postgres.Query("CREATE ROLE least LOGIN");
        Postgres.Query("CREATE DATABASE others");
        Postgres.Query("REVOKE ALL ON DATABASE others FROM public; GRANT CONNECT ON DATABASE others TO least");
        foreach (
            var statement in new[]
            {
                "REVOKE CREATE ON SCHEMA public FROM public",
                "CREATE TABLE votes (id text PRIMARY KEY, vote text NOT NULL); INSERT INTO votes VALUES ('a', 'b')",
                "GRANT SELECT, INSERT, UPDATE ON votes TO least",
            }
        )
        {
            Postgres.Query(statement, "others");
        }

        (string, string)[] asLeast = [("POSTGRES_USER", "least"), ("POSTGRES_DB", "others")];
        var refused = Backup(asLeast).TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldEndWith(
            "least can't make the table backups: as the owner of the database run GRANT CREATE ON SCHEMA public TO \"least\"\n"
        );
        Postgres.Query("CREATE TABLE backups (taken timestamptz, votes bigint); GRANT INSERT ON backups TO least", "others");
        Backup(asLeast).Run();
        Postgres.Query("DELETE FROM votes", "others");
        Restore("restore-now", asLeast).Run();
        Postgres.Query("TABLE votes", "others").ShouldBe(["a|b"]);
    }

    [Test]
    public void Tools_of_another_major_version_than_the_database_are_refused_before_anything_is_written()
    {
        var refused = Backup(Instead("pg_dump", "echo 'pg_dump (PostgreSQL) 9.6.24'")).TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldMatch(
            @"^postgres\.image has pg_dump \(PostgreSQL\) 9\.6\.24, the database is PostgreSQL (\d+): set postgres\.image to that version\n$"
        );
        Names().ShouldBeEmpty();
    }

    [Needs("pgbouncer")]
    [TestCase("")]
    [TestCase("ignore_startup_parameters = options")]
    public void Behind_a_pooler_it_stops_before_it_could_take_the_table_from_the_worker(string setting)
    {
        using var pooler = new PgBouncer(Postgres, setting);
        foreach (var command in new[] { Backup(("POSTGRES_HOST", pooler.Host)), Restore("restore-now", ("POSTGRES_HOST", pooler.Host)) })
        {
            var refused = command.TryRun();
            refused.ExitCode.ShouldBe(1);
            refused.Error.ShouldEndWith($"{pooler.Host} is a connection pooler: set postgres.external.host to the database itself\n");
        }

        Names().ShouldBeEmpty();
    }
}
