namespace Bernstein.Chart.Tests.Databases;

/// <summary>What the tests of files/backup.sh have in common: a table of votes, and a folder that stands for the claim.</summary>
[NeedsUnix("the shell")]
[Needs("pg_dump", "pg_restore")]
public abstract class BackupTest : DatabaseTest
{
    private static readonly string Script = Path.Combine(Project.Root, "chart", "bernstein", "files", "backup.sh");

    private TemporaryFolder _claim = null!;

    private protected string Claim => _claim.In("claim");

    [SetUp]
    public void Fill()
    {
        _claim = new TemporaryFolder();
        Directory.CreateDirectory(Claim);
        Postgres.Query(
            """
            DROP TABLE IF EXISTS votes, backups;
            CREATE TABLE votes (id text PRIMARY KEY, vote text NOT NULL);
            INSERT INTO votes SELECT 'voter ' || number, chr(97 + number % 4) FROM generate_series(1, 1000) AS number
            """
        );
    }

    [TearDown]
    public void Remove() => _claim?.Dispose();

    /// <summary>Writes a backup.</summary>
    private protected Command Backup(params IEnumerable<(string Name, string Value)> variables) => Run("backup", variables);

    /// <summary>Restores one, as the Job of this name does.</summary>
    private protected Command Restore(string job, params IEnumerable<(string Name, string Value)> variables) =>
        Run("restore", [("JOB", job), .. variables]);

    /// <summary>Puts a program before those of the same name: a script in which $REAL is the real one, and $SCRIPT the process of backup.sh.</summary>
    private protected (string Name, string Value) Instead(string program, string script)
    {
        _claim.Program($"instead/{program}", $"REAL='{SearchPath.Find(program, SearchPath.OfThisTest).First()}'\n{script}");
        return ("INSTEAD", _claim.In("instead"));
    }

    private protected IReadOnlyList<string> Votes() => Postgres.Query("SELECT replace(id, chr(10), '/'), vote FROM votes");

    /// <summary>The names of the backups, in their order.</summary>
    private protected string[] Names() =>
        [.. Directory.EnumerateFiles(Claim, "*.dump").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Gives a backup another number or time, and returns its new name.</summary>
    private protected string Rename(string name, int number, string time)
    {
        var renamed = $"votes-{number:000000}-{time}-{name.Split('-')[^1]}";
        File.Move(Path.Combine(Claim, name), Path.Combine(Claim, renamed));
        return renamed;
    }

    private Command Run(string what, IEnumerable<(string Name, string Value)> variables) =>
        new("bash", ["-c", "export SCRIPT=$$ PATH=\"${INSTEAD:+$INSTEAD:}$PATH\"; exec bash \"$0\" \"$1\"", Script, what])
        {
            Environment = Postgres
                .Environment.Select(pair => (pair.Key.Replace("PG", "POSTGRES_", StringComparison.Ordinal), pair.Value))
                .Concat([
                    ("POSTGRES_DB", "postgres"),
                    ("POSTGRES_PORT", "5432"),
                    ("POSTGRES_PASSWORD", "password"),
                    ("BACKUPS", Claim),
                    ("KEEP", "2"),
                ])
                .Concat(variables)
                .GroupBy(pair => pair.Item1)
                .ToDictionary(same => same.Key, same => same.Last().Item2),
        };
}
