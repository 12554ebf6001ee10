using CliWrap;

namespace Bernstein;

/// <summary>A process that runs beside a test, and ends with it.</summary>
public sealed class RunningCommand : IDisposable
{
    private readonly string _line;

    private readonly TimeSpan _gracePeriod;

    /// <summary>The lines on standard error so far, and null in the place of one that has been waited for. Also the lock of this class.</summary>
    private readonly List<string?> _said = [];

    private readonly TaskCompletionSource _inputEnds = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Execution _execution;

    /// <summary>Starts it.</summary>
    /// <param name="line">The command line, for messages.</param>
    /// <param name="command">The program, without its input and its standard error.</param>
    /// <param name="gracePeriod">How long it may take to end by itself.</param>
    internal RunningCommand(string line, CliWrap.Command command, TimeSpan gracePeriod)
    {
        _line = line;
        _gracePeriod = gracePeriod;
        _execution = new Execution(
            command
                .WithStandardInputPipe(PipeSource.Create((_, ended) => _inputEnds.Task.WaitAsync(ended)))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(Hear))
        );
        _execution.Done.ContinueWith(_ => Hear(null), TaskScheduler.Default);
    }

    /// <summary>Waits for a line on standard error. A line ends one wait at most, and is kept for a later one until it has.</summary>
    /// <param name="pattern">What the line looks like.</param>
    /// <param name="timeout">How long to wait before giving up.</param>
    /// <exception cref="TimeoutException">No such line came in time, or ever will; with what came instead.</exception>
    public Match WaitFor(Regex pattern, TimeSpan timeout)
    {
        var watch = Stopwatch.StartNew();
        lock (_said)
        {
            for (var next = 0; ; next++)
            {
                while (next == _said.Count)
                {
                    AwaitMore(pattern, timeout, timeout - watch.Elapsed);
                }

                if (_said[next] is { } line && pattern.Match(line) is { Success: true } match)
                {
                    _said[next] = null;
                    return match;
                }
            }
        }
    }

    /// <summary>Ends its standard input, and kills it and its children where that does not end it.</summary>
    public void Dispose()
    {
        _inputEnds.TrySetResult();
        _execution.Ended.Wait(_gracePeriod);
        _execution.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.Add(line);
            Monitor.PulseAll(_said);
        }
    }

    private void AwaitMore(Regex pattern, TimeSpan timeout, TimeSpan left)
    {
        if (_execution.Done.IsCompleted || left <= TimeSpan.Zero)
        {
            var until = _execution.Done.IsCompletedSuccessfully
                ? $"before exit code {_execution.Done.Result.ExitCode}"
                : $"in {timeout.TotalSeconds:0.#} s";
            throw new TimeoutException(
                $"no line like «{pattern}» {until} from:\n  {_line}\n{string.Concat(_said.OfType<string>().Select(line => $"{line}\n"))}"
            );
        }

        Monitor.Wait(_said, left);
    }
}
