using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Databases;

/// <summary>How the container beside the worker lets it end with no vote in its hands, beside a real Redis.</summary>
[Platform("Linux")]
[Needs("redis-server", "redis-cli")]
[SupportedOSPlatform("linux")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private RedisServer _redis = null!;

    [SetUp]
    public void Start() => _redis = new RedisServer(_folder.Path, "--appendfsync no");

    public void Dispose()
    {
        _redis?.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_worker_that_waits_for_a_vote_is_told_that_none_came_and_the_next_vote_stays()
    {
        using var worker = new Connection(_redis.Port);
        worker.Say("BLPOP votes 0");
        using var watch = LetGo(worker);
        worker.Hear().ShouldStartWith("-UNBLOCKED");
        _redis.Push(("next", "a"));
        _redis.Ask("llen", "votes").ShouldBe("1");
    }

    [Test]
    public void A_worker_with_a_vote_in_its_hands_writes_it_first()
    {
        using var worker = new Connection(_redis.Port);
        _redis.Push(("in hand", "a"));
        worker.Say("LPOP votes");
        worker.Hear().ShouldStartWith("$");
        worker.Hear().ShouldContain("in hand");
        using var watch = LetGo(worker);
        watch.WaitFor(new Regex("^:0"), Patience);
        worker.Say("BLPOP votes 0");
        worker.Hear().ShouldStartWith("-UNBLOCKED");
    }

    [Test]
    public void Another_worker_that_redis_sees_at_the_same_address_is_left_alone()
    {
        // It comes first, so that redis also names it first.
        using var other = new Connection(_redis.Port);
        using var worker = new Connection(_redis.Port);
        other.Say("BLPOP votes 0");
        worker.Say("BLPOP votes 0");
        using var watch = LetGo(worker);
        worker.Hear().ShouldStartWith("-UNBLOCKED");
        _redis.Push(("next", "a"));
        other.Hear().ShouldStartWith("*2");
    }

    [Test]
    public void A_worker_that_is_gone_is_not_waited_for()
    {
        using var watch = LetGo();
        watch.WaitFor(new Regex("^over$"), Patience);
    }

    // With the connections of the pod as its kernel writes them, at once, and with the answers of redis on standard error.
    private RunningCommand LetGo(params IReadOnlyList<Connection> ofThePod)
    {
        var table = _folder.In("tcp");
        File.WriteAllLines(table, ofThePod.Select(one => $"   0: 0100007F:{one.Port:X4} 0100007F:18EB 01 00000000:00000000 00:00000000"));
        var script = ChartScript.Of("watch").Text;
        return new Command(
            "bash",
            [
                "-c",
                "trap 'echo over >&2' EXIT\n"
                    + script[..script.IndexOf("trap ", StringComparison.Ordinal)]
                        .Replace("/proc/net/tcp*", table, StringComparison.Ordinal)
                        .Replace("/6379", $"/{_redis.Port}", StringComparison.Ordinal)
                        .Replace("sleep 5\n", "", StringComparison.Ordinal)
                        .Replace(">/dev/null", ">&2", StringComparison.Ordinal)
                    + "let_go",
            ]
        )
        {
            // The table stays as it is, and so it goes round and round.
            GracePeriod = TimeSpan.Zero,
            Environment = new Dictionary<string, string> { ["REDIS_HOST"] = "127.0.0.1", ["HOSTNAME"] = "worker-1" },
        }.Start();
    }

    /// <summary>A connection as the worker has one.</summary>
    private sealed class Connection : IDisposable
    {
        private readonly TcpClient _client = new();
        private readonly StreamReader _answers;

        internal Connection(string port)
        {
            _client.Connect(IPAddress.Loopback, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
            _client.ReceiveTimeout = (int)Patience.TotalMilliseconds;
            _answers = new StreamReader(_client.GetStream());
        }

        internal int Port => ((IPEndPoint)_client.Client.LocalEndPoint!).Port;

        internal void Say(string command) => _client.GetStream().Write(System.Text.Encoding.ASCII.GetBytes($"{command}\r\n"));

        internal string Hear() => _answers.ReadLine().ShouldNotBeNull("redis has closed the connection");

        public void Dispose()
        {
            _answers.Dispose();
            _client.Dispose();
        }
    }
}
