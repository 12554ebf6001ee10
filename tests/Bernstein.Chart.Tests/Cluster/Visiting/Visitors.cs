namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>
/// People who vote, who open the page of the result, and who keep it open, through the ports of nodes in turn. They come by the clock, each
/// on a connection of his own, and do not wait for the one before: an application that is slow gets no rest.
/// </summary>
internal sealed class Visitors : IDisposable
{
    /// <summary>How many votes are cast in a second.</summary>
    internal const int VotesASecond = 20;

    private const int OpeningsASecond = 4;

    // One in so many votes is by somebody who changes his mind: about a different row of the table, the worker does something else.
    private const int Returning = 4;

    // So many others vote before somebody changes his mind.
    private const int Between = 100;

    private readonly CancellationTokenSource _leave = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly IReadOnlyList<string> _addresses;
    private readonly ConcurrentQueue<Vote> _votes = [];
    private readonly ConcurrentQueue<Vote> _settled = [];
    private readonly ConcurrentQueue<string> _unopened = [];
    private readonly IReadOnlyList<Reader> _readers;
    private readonly Task[] _crowds;
    private int _accepted;
    private int _opened;

    internal Visitors(IReadOnlyList<string> addresses, int port = 30021)
    {
        _addresses = addresses;
        _readers = [.. addresses.Select(address => new Reader(address, _clock, port))];
        _crowds = [Come(VotesASecond, turn => Vote(turn, port)), Come(OpeningsASecond, turn => Open(turn, port))];
    }

    /// <summary>How many votes have been accepted so far.</summary>
    internal int Accepted => _accepted;

    /// <summary>How long they have been coming.</summary>
    internal TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>How many votes each page that is kept open shows; null where it never showed any.</summary>
    internal IReadOnlyList<int?> Shown => [.. _readers.Select(reader => reader.Shown)];

    /// <summary>Sends everybody home, once each has his answer, and returns what they met with.</summary>
    internal async Task<Visits> Leave()
    {
        var end = _clock.Elapsed;
        await _leave.CancelAsync();
        await Task.WhenAll(_crowds);
        var readings = await Task.WhenAll(_readers.Select(reader => reader.Leave()));
        return new Visits([.. _votes], _opened, [.. _unopened], readings, end);
    }

    public void Dispose()
    {
        _leave.Cancel();
        foreach (var reader in _readers)
        {
            reader.Dispose();
        }

        _leave.Dispose();
    }

    private async Task Come(int aSecond, Func<int, Task> visit)
    {
        var visits = new List<Task>();
        for (var turn = 0; !_leave.IsCancellationRequested; turn++)
        {
            var number = turn;
            visits.Add(Task.Run(() => visit(number)));
            var next = TimeSpan.FromSeconds((turn + 1.0) / aSecond) - _clock.Elapsed;
            await Task.Delay(next > TimeSpan.Zero ? next : TimeSpan.Zero);
        }

        await Task.WhenAll(visits);
    }

    private async Task Vote(int turn, int port)
    {
        var (voter, value, returns) =
            turn % Returning == 0 && _settled.Count > Between && _settled.TryDequeue(out var earlier)
                ? (earlier.Voter, earlier.Value == "d" ? "a" : ((char)(earlier.Value[0] + 1)).ToString(), true)
                : (Guid.NewGuid().ToString("N"), "abcd"[turn % 4].ToString(), false);
        var failure = await Failure(() => NodePort.Vote(_addresses[turn % _addresses.Count], voter, value, port: port));
        var vote = new Vote(voter, value, _clock.Elapsed, failure);
        _votes.Enqueue(vote);
        if (failure is null)
        {
            Interlocked.Increment(ref _accepted);
            if (!returns)
            {
                _settled.Enqueue(vote);
            }
        }
    }

    private async Task Open(int turn, int port)
    {
        if (await Failure(() => NodePort.Read(_addresses[turn % _addresses.Count], "result.dop.io", port)) is { } failure)
        {
            _unopened.Enqueue(failure);
        }
        else
        {
            Interlocked.Increment(ref _opened);
        }
    }

    /// <summary>What somebody is told whose visit fails; null where it does not.</summary>
    internal static async Task<string?> Failure(Func<Task> visit)
    {
        try
        {
            await visit();
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return failure.Message;
        }
    }
}
