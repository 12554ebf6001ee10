namespace Bernstein.Chart.Tests.Databases;

/// <summary>A voter chooses the cookie, and with it the id of a row; and not every table is made by the chart.</summary>
public sealed class BackupRowTests : BackupTest
{
    /// <summary>Literals of SQL.</summary>
    private static readonly string[] OddTexts =
    [
        "''",
        @"E'x\n\\.\ny'",
        @"E'\r\n\t\\'",
        @"E'\'\'\'\\\''",
        @"E'\'),\n\t(\'voter 1\', \'z'",
        @"E'INSERT INTO public.votes (id, vote) VALUES\n\t(\'a\', \'b\') ON CONFLICT DO NOTHING;\n'",
        @"E'COPY public.votes (id, vote) FROM stdin;\n\\.\n'",
        @"E'\\restrict x\n\\! exit 1\n--\n$$ /* ;'",
        "'é, 漢字, 🗳'",
        "repeat('long', 2500)",
        "NULL || ''",
    ];

    [Test]
    public void Each_row_is_counted_once_and_comes_back_as_it_was()
    {
        Postgres.Query("TRUNCATE votes");
        // An index takes 2,700 bytes, compressed.
        Postgres.Query(
            $"INSERT INTO votes SELECT text, text FROM unnest(ARRAY[{string.Join(", ", OddTexts)}]) AS text WHERE text IS NOT NULL"
        );
        Postgres.Query("CREATE TABLE before AS TABLE votes");
        Backup().Run();
        Names().Single().ShouldEndWith($"-{OddTexts.Length - 1}.dump");
        foreach (
            var loss in new[] { "DELETE FROM votes WHERE ctid IN (SELECT ctid FROM votes LIMIT 4)", "TRUNCATE votes", "DROP TABLE votes" }
        )
        {
            Postgres.Query(loss);
            Restore("restore-now").Run();
            Postgres.Query("(TABLE before EXCEPT TABLE votes) UNION ALL (TABLE votes EXCEPT TABLE before)").ShouldBeEmpty(loss);
        }

        Postgres.Query("DROP TABLE before");
    }

    [TestCase("LATIN1")]
    [TestCase("SQL_ASCII")]
    public void Bytes_that_are_no_UTF_8_come_back(string encoding)
    {
        var database = $"of_{encoding.ToLowerInvariant()}";
        Postgres.Query($"CREATE DATABASE {database} TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'");
        Postgres.Query("CREATE TABLE votes (id text PRIMARY KEY, vote text NOT NULL)", database);
        Postgres.Query("INSERT INTO votes SELECT convert_from('\\xe9ff', getdatabaseencoding()), 'a'", database);
        Backup(("POSTGRES_DB", database)).Run();
        Postgres.Query("DROP TABLE votes", database);
        Restore("restore-now", ("POSTGRES_DB", database)).Run();
        Postgres.Query("SELECT convert_to(id, getdatabaseencoding()) FROM votes", database).ShouldBe(["\\xe9ff"]);
    }

    [Test]
    public void A_table_made_by_hand_keeps_its_types_and_takes_rows_by_the_names_of_its_columns()
    {
        Postgres.Query("DROP TABLE votes; CREATE TABLE votes (vote char(1), \"when\" timestamptz DEFAULT now(), id uuid UNIQUE)");
        Postgres.Query("INSERT INTO votes (id, vote) SELECT gen_random_uuid(), 'a' FROM generate_series(1, 10)");
        var before = Votes("id::text");
        Backup().Run();
        Postgres.Query("DROP TABLE votes");
        Restore("restore-now").Run();
        Votes("id::text").ShouldBe(before, ignoreOrder: true);
        Postgres.Query("DROP TABLE votes; CREATE TABLE votes (id varchar(255) PRIMARY KEY, vote varchar(255) NOT NULL, \"when\" text)");
        Restore("restore-now").Run();
        Votes("id").ShouldBe(before, ignoreOrder: true);
    }

    [Test]
    public void Where_id_is_no_key_nothing_is_put_back_for_voters_would_count_twice()
    {
        Backup().Run();
        Postgres.Query("ALTER TABLE votes DROP CONSTRAINT votes_pkey; DELETE FROM votes WHERE id <> 'voter 1'");
        var refused = Restore("restore-now").TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("there is no unique or exclusion constraint matching the ON CONFLICT specification");
        Votes("id").ShouldBe(["voter 1|b"]);
    }

    private IReadOnlyList<string> Votes(string id) => Postgres.Query($"SELECT {id}, vote FROM votes");
}
