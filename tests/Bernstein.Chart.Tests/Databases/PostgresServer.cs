namespace Bernstein.Chart.Tests.Databases;

/// <summary>A PostgreSQL of this machine, empty at first, that is reached through a socket in its folder, and ends with its process.</summary>
internal sealed class PostgresServer : IDisposable
{
    // It ends, as it likes to, once the test lets go of its standard input.
    private const string UntilReleased = "data=$1; shift; \"$@\" >\"$data.log\" 2>&1 & read -r _; kill -INT \"$!\"; wait";

    private const string UntilReady =
        "for _ in {1..600}; do psql --host=\"$1\" --username=bernstein --list >/dev/null 2>&1 && exit; sleep 0.1; done; cat \"$1.log\" >&2; exit 1";

    // It refuses to run as root.
    private static readonly string[] AsNobody = Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        : [];

    private readonly TemporaryFolder _folder = new();
    private readonly RunningCommand _server;
    private int _databases;

    /// <summary>Starts it, in a test that names it by <see cref="NeedsAttribute"/>.</summary>
    internal PostgresServer()
    {
        Directory.CreateDirectory(Data);
        if (AsNobody.Length > 0)
        {
            Shell("chmod 755 \"${1%/*}\" && chown nobody \"$1\"", Data).Run();
        }

        string[] initialise = [.. AsNobody, NeededProgram.Of("initdb").Path!, "--pgdata", Data, "--username=bernstein"];
        Shell("exec \"$@\"", [.. initialise, "--auth=trust", "--encoding=UTF8", "--no-sync"]).Run();
        string[] serve = [NeededProgram.Of("postgres").Path!, "-D", Data, "-k", Data, "-c", "listen_addresses=", "-c", "fsync=off"];
        _server = Shell(UntilReleased, [Data, .. AsNobody, .. serve]).Start();
        Shell(UntilReady, Data).Run();
    }

    private string Data => _folder.In("data");

    /// <summary>Makes an empty database; what PostgreSQL's own tools find it by.</summary>
    internal (string Name, string Value)[] NewDatabase()
    {
        var name = $"votes_{Interlocked.Increment(ref _databases)}";
        new Command("psql", ["--host", Data, "--username=bernstein", "--dbname=postgres", "--command", $"CREATE DATABASE {name}"]).Run();
        return [("PGHOST", Data), ("PGUSER", "bernstein"), ("PGDATABASE", name)];
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static Command Shell(string script, params string[] arguments) =>
        new("bash", ["-c", script, "bash", .. arguments]) { WorkingDirectory = "/" };
}
