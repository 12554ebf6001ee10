namespace Bernstein.Chart.Tests.Databases;

/// <summary>A PostgreSQL of this machine, empty at first, that is reached through a socket in its folder.</summary>
[SupportedOSPlatform("linux")]
internal sealed class PostgresServer : IDisposable
{
    // It refuses to run as root.
    internal static readonly string[] AsNobody = System.Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        : [];

    private readonly TemporaryFolder _folder = new();
    private readonly RunningCommand _server;

    /// <summary>Starts it, in a test that names it by <see cref="NeedsAttribute"/>.</summary>
    internal PostgresServer()
    {
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        Directory.CreateDirectory(_folder.In("data"));
        if (AsNobody.Length > 0)
        {
            new Command("chown", ["nobody", _folder.In("data")]).Run();
        }

        string[] initialise =
        [
            .. AsNobody,
            NeededProgram.Of("initdb").Path!,
            "--pgdata",
            _folder.In("data"),
            "--username=bernstein",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-sync",
        ];
        new Command(initialise[0], initialise[1..]) { WorkingDirectory = "/" }.Run();
        _server = DatabaseServer.Start(
            [
                .. AsNobody,
                NeededProgram.Of("postgres").Path!,
                "-D",
                _folder.In("data"),
                "-k",
                _folder.In("data"),
                "-c",
                "listen_addresses=",
                "-c",
                "fsync=off",
            ],
            "ready to accept connections"
        );
    }

    /// <summary>What PostgreSQL's own tools find it by.</summary>
    internal IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["PGHOST"] = _folder.In("data"),
            ["PGUSER"] = "bernstein",
            ["PGDATABASE"] = "postgres",
        };

    /// <summary>Asks it; the rows, with | between their values.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="database">The database that has it.</param>
    internal IReadOnlyList<string> Query(string statement, string database = "postgres") =>
        new Command("psql", ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", $"--dbname={database}", "--command", statement])
        {
            Environment = Environment,
        }
            .Run()
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        _server?.Dispose();
        _folder.Dispose();
    }
}
