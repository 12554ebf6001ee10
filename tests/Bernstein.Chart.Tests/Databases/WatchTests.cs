using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Bernstein.Chart.Tests.Harness;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Databases;

/// <summary>How the container beside the worker lets it end with no vote in its hands, beside a real Redis.</summary>
[Platform("Linux")]
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
        using var watch = LetGo();
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
        using var watch = LetGo();
        watch.WaitFor(new Regex("0 let go"), Patience);
        worker.Say("BLPOP votes 0");
        worker.Hear().ShouldStartWith("-UNBLOCKED");
    }

    [Test]
    public void A_worker_that_is_gone_is_not_waited_for()
    {
        using (var worker = new Connection(_redis.Port))
        {
            worker.Say("PING");
            worker.Hear().ShouldBe("+PONG");
        }

        using var watch = LetGo();
        watch.WaitFor(new Regex("^over$"), Patience);
    }

    // Nobody waits for the worker to be out of the way first; what redis answers is told.
    private RunningCommand LetGo()
    {
        var script = ChartScript.Of("watch").Text;
        return new Command(
            "bash",
            [
                "-c",
                "trap 'echo over >&2' EXIT\n"
                    + script[..script.IndexOf("trap ", StringComparison.Ordinal)]
                        .Replace("/6379", $"/{_redis.Port}", StringComparison.Ordinal)
                        .Replace("sleep 5\n", "", StringComparison.Ordinal)
                        .Replace("ERROR\" >/dev/null", "ERROR\" | sed -n 's/^:\\([01]\\).*/\\1 let go/p' >&2", StringComparison.Ordinal)
                    + "let_go",
            ]
        )
        {
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

        internal void Say(string command) => _client.GetStream().Write(System.Text.Encoding.ASCII.GetBytes($"{command}\r\n"));

        internal string Hear() => _answers.ReadLine().ShouldNotBeNull("redis has closed the connection");

        public void Dispose()
        {
            _answers.Dispose();
            _client.Dispose();
        }
    }
}
