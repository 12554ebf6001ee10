namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>Somebody who keeps the page of the result open. When a session ends, the next one begins a second later, as in a browser.</summary>
internal sealed class Reader : IDisposable
{
    private static readonly TimeSpan PauseBetweenSessions = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<Count> _counts = [];
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly CancellationTokenSource _leave = new();
    private readonly HttpClient _browser;
    private readonly Task _reading;

    internal Reader(string address, Stopwatch clock, int port = 30021)
    {
        _browser = NodePort.Browser(address);
        var session = new CountSession(
            _browser,
            new Uri($"http://result.dop.io:{port}/"),
            votes => _counts.Enqueue(new Count(clock.Elapsed, votes))
        );
        _reading = Task.Run(() => ReadOnAndOn(session));
    }

    /// <summary>How many votes the page shows; null where it never showed any.</summary>
    internal int? Shown => _counts.LastOrDefault() is { At.Ticks: > 0 } last ? last.Votes : null;

    /// <summary>What was seen so far.</summary>
    internal Reading Reading => new([.. _counts], [.. _failures]);

    /// <summary>Closes the page.</summary>
    internal async Task<Reading> Leave()
    {
        await _leave.CancelAsync();
        await _reading;
        return Reading;
    }

    public void Dispose()
    {
        _leave.Cancel();
        _browser.Dispose();
        _leave.Dispose();
    }

    private async Task ReadOnAndOn(CountSession session)
    {
        try
        {
            while (true)
            {
                try
                {
                    await session.Read(_leave.Token);
                    _failures.Enqueue("the server closed the session");
                }
                catch (HttpRequestException failure)
                {
                    _failures.Enqueue(
                        failure.StatusCode is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : failure.Message
                    );
                }
                catch (OperationCanceledException) when (!_leave.IsCancellationRequested)
                {
                    _failures.Enqueue("the server was silent");
                }

                await Task.Delay(PauseBetweenSessions, _leave.Token);
            }
        }
        catch (OperationCanceledException) when (_leave.IsCancellationRequested)
        {
            // The page is closed.
        }
    }
}
