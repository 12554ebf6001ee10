using System.Text;
using System.Text.RegularExpressions;

namespace Bernstein.Chart.Tests.Commands;

/// <summary>A process that runs beside a test, and ends with it.</summary>
public sealed class RunningCommand : IDisposable
{
    private readonly string _line;

    private readonly Medallion.Shell.Command _command;

    internal RunningCommand(string line, Medallion.Shell.Command command)
    {
        _line = line;
        _command = command;
    }

    /// <summary>Waits for a line on standard error.</summary>
    /// <param name="pattern">What the line looks like.</param>
    /// <param name="timeout">How long to wait before giving up.</param>
    /// <exception cref="TimeoutException">No such line came in time, or ever will; with what came instead.</exception>
    public Match WaitFor(Regex pattern, TimeSpan timeout)
    {
        var said = new StringBuilder();
        var found = Task.Run(() =>
        {
            while (_command.StandardError.ReadLine() is { } line)
            {
                if (pattern.Match(line) is { Success: true } match)
                {
                    return match;
                }

                lock (said)
                {
                    said.AppendLine(line);
                }
            }

            return null;
        });
        if (found.Wait(timeout) && found.Result is { } result)
        {
            return result;
        }

        lock (said)
        {
            throw new TimeoutException($"no line like «{pattern}» in {timeout.TotalSeconds:0.#} s from:\n  {_line}\n{said}");
        }
    }

    /// <summary>Ends its standard input, and kills it and its children where that does not end it.</summary>
    public void Dispose()
    {
        using var process = _command.Process;
        _command.StandardInput.Close();
        if (!_command.Task.Wait(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }
}
