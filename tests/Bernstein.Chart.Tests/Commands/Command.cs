using System.Diagnostics;
using System.Text.RegularExpressions;
using Medallion.Shell;

namespace Bernstein.Chart.Tests.Commands;

/// <summary>A program and its arguments. The one place where processes are started.</summary>
/// <param name="Program">A path, or a name that is looked up on PATH.</param>
/// <param name="Arguments">Its arguments, each as the program shall see it: no shell comes between.</param>
public sealed partial record Command(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs; null for here.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Environment variables to add; an empty value removes one.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take before it is killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The command line, ready to be pasted into a shell.</summary>
    public string Line =>
        (WorkingDirectory is null ? "" : $"cd {Quote(WorkingDirectory)} && ")
        + string.Join(' ', Prefix.Append(Program).Concat(Arguments).Select(Quote));

    // What is removed stands before what is set: env wants its options first.
    private IEnumerable<string> Prefix =>
        Environment.Count == 0
            ? []
            :
            [
                "env",
                .. Environment
                    .OrderBy(pair => pair.Value.Length)
                    .SelectMany(pair => pair.Value.Length == 0 ? ["-u", pair.Key] : new[] { $"{pair.Key}={pair.Value}" }),
            ];

    /// <summary>Runs it and returns what it said.</summary>
    /// <exception cref="CommandException">It ended with another exit code than 0.</exception>
    public CommandResult Run()
    {
        var result = TryRun();
        return result.ExitCode == 0 ? result : throw new CommandException(result);
    }

    /// <summary>Runs it, whatever it ends with.</summary>
    /// <exception cref="TimeoutException">It took too long, and was killed with every process that it had started.</exception>
    public CommandResult TryRun()
    {
        var watch = Stopwatch.StartNew();
        var command = Medallion.Shell.Command.Run(Program, Arguments, Configure);
        using var process = command.Process;
        command.StandardInput.Close();
        if (!command.Task.Wait(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"more than {Timeout.TotalSeconds:0.#} s for:\n  {Line}");
        }

        var result = command.Result;
        return new CommandResult(Line, result.ExitCode, result.StandardOutput, result.StandardError, watch.Elapsed);
    }

    /// <summary>Starts it, with a standard input that stays open for as long as it shall run.</summary>
    public RunningCommand Start() => new(Line, Medallion.Shell.Command.Run(Program, Arguments, Configure));

    private void Configure(Shell.Options options)
    {
        // Its own timeout would leave the children of the process behind.
        options.DisposeOnExit(false);
        if (WorkingDirectory is not null)
        {
            options.WorkingDirectory(WorkingDirectory);
        }

        options.StartInfo(info =>
        {
            foreach (var (name, value) in Environment)
            {
                info.Environment[name] = value.Length == 0 ? null : value;
            }
        });
    }

    private static string Quote(string text) => Plain().IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[-A-Za-z0-9_./:=@%+,]+$")]
    private static partial Regex Plain();
}
