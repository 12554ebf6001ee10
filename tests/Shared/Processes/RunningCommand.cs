using CliWrap;

namespace Bernstein;

/// <summary>A process that runs beside a test, and ends with it.</summary>
public sealed class RunningCommand : IDisposable
{
    private readonly TaskCompletionSource _inputEnds = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Execution _execution;

    /// <summary>Starts it, with a standard input that stays open for as long as it shall run.</summary>
    internal RunningCommand(CliWrap.Command command) =>
        _execution = new Execution(command.WithStandardInputPipe(PipeSource.Create((_, ended) => _inputEnds.Task.WaitAsync(ended))));

    /// <summary>Ends its standard input, and kills it and its children where that does not end it.</summary>
    public void Dispose()
    {
        _inputEnds.TrySetResult();
        _execution.Ended.Wait(Command.GracePeriod);
        _execution.Dispose();
    }
}
