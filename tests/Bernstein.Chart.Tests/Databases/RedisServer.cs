using System.Net;
using System.Net.Sockets;

namespace Bernstein.Chart.Tests.Databases;

/// <summary>A Redis of this machine that keeps its file as the ledger needs it.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly string _folder;
    private readonly IReadOnlyList<string> _options;
    private RunningCommand _server;

    /// <summary>Starts it, in a test that names it by <see cref="NeedsAttribute"/>.</summary>
    internal RedisServer(string folder, IReadOnlyList<string> options)
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        }

        (_folder, _options) = (folder, options);
        _server = Start();
    }

    /// <summary>Its port on this machine.</summary>
    internal string Port { get; }

    /// <summary>Runs a command of Redis.</summary>
    internal string Ask(params IReadOnlyList<string> words) => new Command("redis-cli", ["-p", Port, .. words]).Run().Output.Trim();

    /// <summary>Casts votes, as poll does.</summary>
    internal void Push(params IReadOnlyList<(string Voter, string Value)> votes) =>
        Ask(["rpush", "votes", .. votes.Select(vote => $$"""{"voter_id": "{{vote.Voter}}", "vote": "{{vote.Value}}"}""")]);

    /// <summary>Takes every vote off the queue, as a worker does that ends before it writes it.</summary>
    internal void TakeAll()
    {
        while (Ask("lpop", "votes").Length > 0) { }
    }

    /// <summary>Ends it and starts it again over the same file.</summary>
    internal void Restart()
    {
        _server.Dispose();
        _server = Start();
    }

    public void Dispose() => _server.Dispose();

    private RunningCommand Start() =>
        DatabaseServer.Start(
            ["redis-server", "--port", Port, "--bind", "127.0.0.1", "--dir", _folder, "--save", "", .. _options],
            "Ready to accept connections"
        );
}
