namespace Bernstein.Chart.Tests.Databases;

/// <summary>A PgBouncer in transaction mode in front of a PostgreSQL, at a socket in a folder of its own and at the same port.</summary>
internal sealed class PgBouncer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunningCommand _server;

    internal PgBouncer(PostgresServer postgres, string setting)
    {
        _folder.Allow("", "777");
        var settings = _folder.Write(
            "pgbouncer.ini",
            $"""
            [databases]
            postgres = host={postgres.Environment["PGHOST"]} user={postgres.Environment["PGUSER"]}
            [pgbouncer]
            listen_addr =
            listen_port = 5432
            unix_socket_dir = {_folder.Path}
            auth_type = any
            pool_mode = transaction
            {setting}

            """
        );
        _server = DatabaseServer.Start([.. PostgresServer.AsNobody, "pgbouncer", settings], "process up");
    }

    /// <summary>What stands in for the address of the database.</summary>
    internal string Host => _folder.Path;

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }
}
