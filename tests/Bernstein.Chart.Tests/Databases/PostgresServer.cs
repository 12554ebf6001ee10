namespace Bernstein.Chart.Tests.Databases;

/// <summary>A PostgreSQL of this machine, empty at first, that is reached through a socket in its folder.</summary>
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
        _folder.Allow("", "755");
        Directory.CreateDirectory(_folder.In("data"));
        if (AsNobody.Length > 0)
        {
            new Command("chown", ["nobody", _folder.In("data")]).Run();
        }

        var data = _folder.In("data");
        string[] initialise = [.. AsNobody, NeededProgram.Of("initdb").Path!, "--pgdata", data, "--username=bernstein"];
        new Command(initialise[0], [.. initialise[1..], "--auth=trust", "--encoding=UTF8", "--no-sync"]) { WorkingDirectory = "/" }.Run();
        string[] serve = [NeededProgram.Of("postgres").Path!, "-D", data, "-k", data, "-c", "listen_addresses=", "-c", "fsync=off"];
        _server = DatabaseServer.Start([.. AsNobody, .. serve], "ready to accept connections");
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
