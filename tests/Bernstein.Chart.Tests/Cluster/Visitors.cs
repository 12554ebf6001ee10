using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>People who vote and who read the result, one after the other for as long as it lives, each through a node's port on a connection of his own.</summary>
internal sealed class Visitors : IDisposable
{
    /// <summary>How many vote at the same time.</summary>
    internal const int AtOnce = 2;

    /// <summary>Enough for a small cluster to have time for other things.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly CancellationTokenSource _leave = new();
    private readonly ConcurrentBag<string> _accepted = [];
    private readonly ConcurrentQueue<string> _refused = [];
    private readonly ConcurrentQueue<string> _unread = [];
    private readonly Task[] _crowd;
    private int _read;

    internal Visitors(KubernetesCluster cluster)
    {
        var addresses = cluster.Addresses;
        _crowd =
        [
            .. Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => VoteOnAndOn(addresses))),
            .. Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => ReadOnAndOn(addresses))),
        ];
    }

    /// <summary>How many votes have been accepted so far.</summary>
    internal int Accepted => _accepted.Count;

    /// <summary>Sends everybody home, and returns what they met with.</summary>
    internal Visits Leave()
    {
        _leave.Cancel();
        Task.WaitAll(_crowd);
        return new Visits([.. _accepted], [.. _refused], _read, [.. _unread]);
    }

    /// <summary>One vote, by somebody who has not voted before.</summary>
    /// <returns>The voter's id, by which the table knows the vote.</returns>
    /// <exception cref="HttpRequestException">It was not accepted.</exception>
    internal static async Task<string> Vote(string address, string host = "poll.dop.io", int port = 30021)
    {
        var voter = Guid.NewGuid().ToString("N");
        await Send(address, port, host, new FormUrlEncodedContent([new("vote", "a")]), voter);
        return voter;
    }

    /// <summary>A page, read through a node's port.</summary>
    /// <exception cref="HttpRequestException">It did not open.</exception>
    internal static Task<string> Read(string address, string host, int port = 30021, string path = "/") =>
        Send(address, port, host, null, null, path);

    /// <summary>Whether a node's port is open, whatever answers there.</summary>
    internal static bool AreLetIn(string address, int port = 30021)
    {
        try
        {
            using var visitor = new TcpClient(address, port);
            return visitor.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _leave.Cancel();
        _leave.Dispose();
    }

    private async Task VoteOnAndOn(IReadOnlyList<string> addresses)
    {
        for (var turn = 0; !_leave.IsCancellationRequested; turn++)
        {
            try
            {
                _accepted.Add(await Vote(addresses[turn % addresses.Count]));
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                _refused.Enqueue(failure.Message);
            }

            await Task.Delay(Pause);
        }
    }

    private async Task ReadOnAndOn(IReadOnlyList<string> addresses)
    {
        for (var turn = 0; !_leave.IsCancellationRequested; turn++)
        {
            try
            {
                await Read(addresses[turn % addresses.Count], "result.dop.io");
                Interlocked.Increment(ref _read);
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                _unread.Enqueue(failure.Message);
            }

            await Task.Delay(Pause);
        }
    }

    private static async Task<string> Send(string address, int port, string host, HttpContent? form, string? voter, string path = "/")
    {
        // Each on a connection of his own, and none through a proxy.
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
            }
        )
        {
            Timeout = TimeSpan.FromSeconds(20),
        };
        using var request = new HttpRequestMessage(
            form is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri($"http://{address}:{port}{path}")
        )
        {
            Content = form,
        };
        request.Headers.Host = host;
        request.Headers.ConnectionClose = true;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (voter is not null)
        {
            request.Headers.Add("Cookie", $"voter_id={voter}");
        }

        using var response = await client.SendAsync(request);
        return response.EnsureSuccessStatusCode() is { } answer ? await answer.Content.ReadAsStringAsync() : "";
    }
}
