namespace Bernstein.Chart.Tests.Databases;

/// <summary>The ledger as the chart has it, beside a real Redis and a real PostgreSQL.</summary>
[NeedsUnix("the shell")]
[Needs("redis-server", "redis-cli")]
public sealed class LedgerTests : DatabaseTest
{
    private TemporaryFolder _folder = null!;
    private RedisServer _redis = null!;

    [SetUp]
    public void Start()
    {
        Postgres.Query("DROP TABLE IF EXISTS votes");
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder.In("data"));
        Directory.CreateDirectory(_folder.In("tmp"));
        _redis = new RedisServer(_folder.In("data"), ChartScript.RedisOptions);
    }

    [TearDown]
    public void End()
    {
        _redis?.Dispose();
        _folder?.Dispose();
    }

    [Test]
    public void What_was_taken_and_not_written_is_handed_in_again_and_the_last_vote_of_a_voter_counts()
    {
        Postgres.Query(ChartScript.Of("ledger").Variables["TABLE"]);
        // An earlier vote that a worker wrote late, one that is right, and one that nobody in the file cast.
        Postgres.Query("INSERT INTO votes VALUES ('late', 'a'), ('right', 'b'), ('elsewhere', 'd')");
        _redis.Push(
            ("late", "a"),
            ("lost", "a"),
            ("right", "b"),
            ("late", "c"),
            ("lost", "b"),
            ("back\\\\slash \\\"quoted\\\"", "\\u00e9")
        );
        _redis.TakeAll();
        using var ledger = StartLedger();
        Await("elsewhere|d", "late|c", "lost|b", "right|b", "back\\slash \"quoted\"|é");
    }

    [Test]
    public void What_waits_in_the_queue_is_left_to_the_worker()
    {
        _redis.Push(("taken", "a"), ("changes", "a"));
        _redis.TakeAll();
        _redis.Push(("waits", "a"), ("changes", "b"));
        using var ledger = StartLedger();
        Await("taken|a");
        _redis.TakeAll();
        Await("taken|a", "waits|a", "changes|b");
    }

    [Test]
    public void What_is_no_vote_does_not_stop_the_rest()
    {
        _redis.Ask(
            "rpush",
            "votes",
            "no JSON",
            "\\.",
            """{"voter_id": "z\u0000", "vote": "a"}""",
            """{"voter_id": "half"}""",
            "{\"a\r\nb\""
        );
        _redis.Push(("good", "a"));
        _redis.TakeAll();
        using var ledger = StartLedger();
        Await("good|a");
    }

    [Test]
    public void A_table_that_is_missing_is_made_and_a_database_that_was_emptied_is_filled_again()
    {
        _redis.Push(("one", "a"), ("two", "b"));
        _redis.TakeAll();
        using var ledger = StartLedger();
        Await("one|a", "two|b");
        Postgres.Query("DROP TABLE votes");
        // Whatever is new makes it look again at once.
        _redis.Push(("three", "c"));
        _redis.TakeAll();
        Await("one|a", "two|b", "three|c");
    }

    [Test]
    public void Redis_forgets_what_is_counted_and_the_ledger_keeps_it_for_a_while()
    {
        _redis.Push(("old", "a"));
        _redis.TakeAll();
        using var ledger = StartLedger();
        Await("old|a");
        AwaitThat(() => File.Exists(_folder.In("data/ledger/next")), "what redis had is set aside, and redis has begun anew");
        Postgres.Query("DELETE FROM votes");
        _redis.Restart();
        _redis.Push(("new", "b"));
        _redis.TakeAll();
        Await("old|a", "new|b");
    }

    [Test]
    public void A_while_later_it_is_forgotten_here_too()
    {
        _redis.Push(("old", "a"));
        _redis.TakeAll();
        using var ledger = StartLedger(memory: 0);
        Await("old|a");
        AwaitThat(() => Size() == 0 && !Directory.Exists(_folder.In("data/ledger")), "nothing of it is on the disk any more");
    }

    [Test]
    public void A_new_poll_begins_with_an_empty_table_and_an_empty_redis()
    {
        _redis.Push(("earlier", "a"));
        _redis.TakeAll();
        using var ledger = StartLedger();
        Await("earlier|a");
        _redis.Ask("flushall");
        Postgres.Query("TRUNCATE votes");
        _redis.Push(("later", "b"));
        _redis.TakeAll();
        Await("later|b");
    }

    private long Size() => Directory.EnumerateFiles(_folder.In("data/appendonlydir"), "*.aof").Sum(path => new FileInfo(path).Length);

    private RunningCommand StartLedger(int memory = 900) =>
        (
            ChartScript
                .Of("ledger")
                .Command([
                    .. Postgres.Environment,
                    new("DATA", _folder.In("data")),
                    new("TMPDIR", _folder.In("tmp")),
                    new("REDIS_PORT", _redis.Port),
                    new("SQL", Project.In("chart", "bernstein", "files", "ledger.sql")),
                    new("PATIENCE", "1"),
                    new("MEMORY", memory.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ]) with
            {
                GracePeriod = TimeSpan.Zero,
            }
        ).Start();

    private void Await(params string[] rows) =>
        AwaitThat(
            () =>
                Postgres.Query("SELECT to_regclass('votes') IS NOT NULL") is ["t"]
                && Postgres.Query("SELECT * FROM votes").Order(StringComparer.Ordinal).SequenceEqual(rows.Order(StringComparer.Ordinal)),
            $"the table has {string.Join(", ", rows)}"
        );

    private static void AwaitThat(Func<bool> isSo, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new TimeoutException($"after two minutes it is not so that {what}");
            }

            Thread.Sleep(200);
        }
    }
}
