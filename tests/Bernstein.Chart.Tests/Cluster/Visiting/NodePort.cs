using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>The way into the application that every visitor has: the port of a node, and the name of a host.</summary>
internal static class NodePort
{
    /// <summary>One vote, by somebody who has not voted before.</summary>
    internal static async Task<string> Vote(string address, string host = "poll.dop.io", int port = 30021)
    {
        var voter = Guid.NewGuid().ToString("N");
        await Vote(address, voter, "a", host, port);
        return voter;
    }

    /// <summary>One vote, of a voter and for a value: a, b, c or d.</summary>
    internal static Task Vote(string address, string voter, string value, string host = "poll.dop.io", int port = 30021) =>
        Send(address, port, host, "/", Ballot(value), $"voter_id={voter}");

    /// <summary>One vote in a browser that stays open and keeps no cookies: whoever votes next in it is somebody else.</summary>
    internal static Task Vote(HttpClient browser, string voter, string value) =>
        Send(browser, 30021, "poll.dop.io", "/", Ballot(value), $"voter_id={voter}");

    /// <summary>A page.</summary>
    internal static Task<string> Read(string address, string host, int port = 30021, string path = "/") => Send(address, port, host, path);

    /// <summary>Whether a node's port is open, whatever answers there.</summary>
    internal static bool IsOpen(string address, int port = 30021)
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

    /// <summary>A browser that knows one address for every host, keeps connections and, as a rule, cookies, and asks no proxy.</summary>
    internal static HttpClient Browser(string address, bool keepsCookies = true) =>
        new(
            new SocketsHttpHandler
            {
                UseCookies = keepsCookies,
                UseProxy = false,
                AllowAutoRedirect = false,
                ConnectCallback = async (context, cancel) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    try
                    {
                        await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancel);
                        return new NetworkStream(socket, ownsSocket: true);
                    }
                    catch
                    {
                        socket.Dispose();
                        throw;
                    }
                },
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    private static FormUrlEncodedContent Ballot(string value) => new([new("vote", value)]);

    // Each on a connection of his own.
    private static async Task<string> Send(
        string address,
        int port,
        string host,
        string path,
        HttpContent? form = null,
        string? cookie = null
    )
    {
        using var browser = Browser(address);
        browser.Timeout = TimeSpan.FromSeconds(20);
        browser.DefaultRequestHeaders.ConnectionClose = true;
        return await Send(browser, port, host, path, form, cookie);
    }

    private static async Task<string> Send(HttpClient browser, int port, string host, string path, HttpContent? form, string? cookie)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, new Uri($"http://{host}:{port}{path}"))
        {
            Content = form,
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await browser.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
