using System.ComponentModel;
using CliWrap;

namespace Bernstein;

/// <summary>
/// A process from its start until it is over. CliWrap waits for its outputs too, which a process that it has left behind may hold open for as
/// long as it likes: so here the two are told apart.
/// </summary>
internal sealed class Execution : IDisposable
{
    // ETXTBSY: a process that another test starts at this moment still holds open for writing the script that this test has just written.
    private const int TextFileBusy = 26;

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Starts it.</summary>
    /// <param name="command">The program, and where its input comes from and its outputs go to.</param>
    /// <exception cref="Win32Exception">There is no such program, or no such folder to run it in.</exception>
    internal Execution(CliWrap.Command command)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                (Done, Ended) = Start(command);
                return;
            }
            catch (Win32Exception busy) when (busy.NativeErrorCode == TextFileBusy && attempt < 100)
            {
                Thread.Sleep(10);
            }
        }
    }

    /// <summary>Is completed once the process has ended, whoever still holds its outputs.</summary>
    internal Task Ended { get; }

    /// <summary>Is completed once the process has ended and both its outputs are read.</summary>
    internal Task<CliWrap.CommandResult> Done { get; }

    private (Task<CliWrap.CommandResult> Done, Task Ended) Start(CliWrap.Command command)
    {
        var ended = Task.CompletedTask;
        var done = command
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(null, process => ended = process.WaitForExitAsync(), _stop.Token)
            .Task;
        return (done, ended);
    }

    /// <summary>Kills it with every process that it has started, where it is not over yet, and reads no more of its outputs.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        // Unlike Wait, this does not throw that it was cancelled.
        Task.WaitAny(Done);
        _stop.Dispose();
    }
}
