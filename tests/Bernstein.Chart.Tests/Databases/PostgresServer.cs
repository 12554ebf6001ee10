using System.Runtime.Versioning;
using Bernstein.Chart.Tests.Harness;
using NUnit.Framework;

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

    /// <summary>Starts it; skips the test where there is none.</summary>
    internal PostgresServer()
    {
        var programs = Programs;
        if (programs is null || !SearchPath.Find("psql").Any())
        {
            Assert.Ignore("there is no PostgreSQL server with its psql on this machine (Debian's package postgresql)");
        }

        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        Directory.CreateDirectory(_folder.In("data"));
        if (AsNobody.Length > 0)
        {
            new Command("chown", ["nobody", _folder.In("data")]).Run();
        }

        string[] initialise =
        [
            .. AsNobody,
            Path.Combine(programs, "initdb"),
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
                Path.Combine(programs, "postgres"),
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

    // Debian puts them on no path.
    private static string? Programs =>
        SearchPath
            .Find("postgres")
            .Select(Path.GetDirectoryName)
            .Concat(
                Directory.Exists("/usr/lib/postgresql")
                    ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin")
                    : []
            )
            .FirstOrDefault(folder => File.Exists($"{folder}/postgres") && File.Exists($"{folder}/initdb"));

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
