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
    internal static async Task Vote(string address, string voter, string value, string host = "poll.dop.io", int port = 30021)
    {
        using var browser = BrowserOfOnePage(address);
        await Vote(browser, voter, value, host, port);
    }

    /// <summary>One vote in a browser that stays open and keeps no cookies: whoever votes next in it is somebody else.</summary>
    internal static Task Vote(HttpClient browser, string voter, string value, string host = "poll.dop.io", int port = 30021) =>
        Send(
            browser,
            new HttpRequestMessage(HttpMethod.Post, $"http://{host}:{port}/")
            {
                Content = new FormUrlEncodedContent([new("vote", value)]),
                Headers = { { "Cookie", $"voter_id={voter}" } },
            }
        );

    /// <summary>A page.</summary>
    internal static async Task<string> Read(string address, string host, int port = 30021, string path = "/")
    {
        using var browser = BrowserOfOnePage(address);
        return await Send(browser, new HttpRequestMessage(HttpMethod.Get, $"http://{host}:{port}{path}"));
    }

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

    // Each visitor comes on a connection of his own.
    private static HttpClient BrowserOfOnePage(string address)
    {
        var browser = Browser(address);
        browser.Timeout = TimeSpan.FromSeconds(20);
        browser.DefaultRequestHeaders.ConnectionClose = true;
        return browser;
    }

    private static async Task<string> Send(HttpClient browser, HttpRequestMessage request)
    {
        using var sent = request;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await browser.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
