namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>
/// One session in which a browser reads the count: Socket.IO over Engine.IO 3, by polling alone, with the time limits of the script in the
/// page. (The package SocketIOClient speaks this protocol, but waits for a server that is silent for as long as it pleases.)
/// </summary>
internal sealed class CountSession(HttpClient browser, Uri server, Action<int> counted)
{
    private static readonly TimeSpan PatienceWithTheFirstAnswer = TimeSpan.FromSeconds(20);

    /// <summary>What the server tells at the beginning.</summary>
    private sealed record Opening(string Sid, int PingInterval, int PingTimeout);

    /// <summary>Begins the session, and reads until the server closes it.</summary>
    internal async Task Read(CancellationToken leave)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(leave);
        using var pong = new SemaphoreSlim(0);
        silence.CancelAfter(PatienceWithTheFirstAnswer);
        var first = await Poll("", silence.Token);
        var opening = JsonSerializer.Deserialize<Opening>(first[0][1..], JsonSerializerOptions.Web)!;
        var both = new[] { Listen(opening, first, silence, pong), Ping(opening, silence, pong) };
        try
        {
            await await Task.WhenAny(both);
        }
        finally
        {
            await silence.CancelAsync();
            await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Listen(Opening opening, IReadOnlyList<string> first, CancellationTokenSource silence, SemaphoreSlim pong)
    {
        for (var packets = first; ; packets = await Poll(opening.Sid, silence.Token))
        {
            silence.CancelAfter(opening.PingInterval + opening.PingTimeout);
            foreach (var packet in packets)
            {
                switch (packet)
                {
                    case ['1', ..] or ['4', '1', ..]:
                        return;
                    case ['3', ..]:
                        pong.Release();
                        break;
                    case ['4', '2', .. var message]:
                        Take(message);
                        break;
                }
            }
        }
    }

    private async Task Ping(Opening opening, CancellationTokenSource silence, SemaphoreSlim pong)
    {
        while (true)
        {
            await Task.Delay(opening.PingInterval, silence.Token);
            using var content = new StringContent("1:2", Encoding.UTF8, "text/plain");
            using var answer = await browser.PostAsync(Address(opening.Sid), content, silence.Token);
            answer.EnsureSuccessStatusCode();
            silence.CancelAfter(opening.PingTimeout);
            await pong.WaitAsync(silence.Token);
        }
    }

    // An event is ["scores", "{\"a\": 1, \"b\": 2}"]: a count within a text.
    private void Take(string message)
    {
        if (JsonNode.Parse(message) is JsonArray { Count: 2 } sent && (string?)sent[0] == "scores")
        {
            counted(JsonNode.Parse((string)sent[1]!)!.AsObject().Sum(option => (int)option.Value!));
        }
    }

    /// <summary>What the server has to say: packets, each behind its length.</summary>
    private async Task<IReadOnlyList<string>> Poll(string session, CancellationToken cancel)
    {
        var text = await browser.GetStringAsync(Address(session), cancel);
        var packets = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var colon = text.IndexOf(':', at);
            var end = colon + 1 + int.Parse(text.AsSpan(at, colon - at), CultureInfo.InvariantCulture);
            packets.Add(text[(colon + 1)..end]);
            at = end;
        }

        return packets;
    }

    // What is never the same is not taken from a cache; b64: as text.
    private Uri Address(string session) =>
        new(
            server,
            $"/socket.io/?EIO=3&transport=polling&b64=1&t={Guid.NewGuid():N}{(session.Length == 0 ? "" : $"&sid={Uri.EscapeDataString(session)}")}"
        );
}
