using CliWrap;

namespace Bernstein;

/// <summary>A program and its arguments. The one place where processes are started.</summary>
/// <param name="Program">A path, or a name that is looked up where the test may look (<see cref="SearchPath.OfThisTest"/>).</param>
/// <param name="Arguments">Its arguments, each as the program shall see it: no shell comes between.</param>
public sealed partial record Command(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs; null for here.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Environment variables to add; an empty value removes one.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take before it is killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For what ends by itself as a rule: for its outputs after the process, and for a started process after its standard input.</summary>
    internal static TimeSpan GracePeriod { get; } = TimeSpan.FromSeconds(30);

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
    public CommandResult Run() => TryRun().OfSuccess;

    /// <summary>Runs it, whatever it ends with.</summary>
    /// <exception cref="TimeoutException">
    /// It took too long, and was killed with every process that it had started; or a process that it left behind held its outputs open, so that
    /// nobody knows whether they are complete.
    /// </exception>
    public CommandResult TryRun()
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var command = Wrap()
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error));
        var watch = Stopwatch.StartNew();
        bool hasEnded;
        using (var execution = new Execution(command))
        {
            hasEnded = execution.Ended.Wait(Timeout);
            if (hasEnded && execution.Done.Wait(GracePeriod))
            {
                return new CommandResult(Line, execution.Done.Result.ExitCode, output.ToString(), error.ToString(), watch.Elapsed);
            }
        }

        throw new TimeoutException(
            hasEnded
                ? $"a process that it left behind holds its outputs open, {GracePeriod.TotalSeconds:0.#} s after the end of:\n  {Line}\n{error}"
                : $"more than {Timeout.TotalSeconds:0.#} s for:\n  {Line}\n{error}"
        );
    }

    /// <summary>Starts it, with a standard input that stays open for as long as it shall run.</summary>
    /// <param name="hear">Gets each line on standard output; null where nobody listens.</param>
    public RunningCommand Start(Action<string>? hear = null) =>
        new(hear is null ? Wrap() : Wrap().WithStandardOutputPipe(PipeTarget.ToDelegate(hear)));

    private CliWrap.Command Wrap() =>
        Cli.Wrap(Path.IsPathRooted(Program) ? Program : Found())
            .WithArguments(Arguments)
            .WithWorkingDirectory(WorkingDirectory ?? Directory.GetCurrentDirectory())
            .WithEnvironmentVariables(variables =>
            {
                variables.Set("PATH", SearchPath.OfThisTest);
                foreach (var (name, value) in Environment)
                {
                    variables.Set(name, value.Length > 0 ? value : null);
                }
            });

    private string Found() =>
        SearchPath.Find(Program, SearchPath.OfThisTest).FirstOrDefault()
        ?? throw new System.ComponentModel.Win32Exception(
            $"there is no {Program} for this test: one that needs more than the tools of POSIX, the .NET SDK, npm and unzip says so by [Needs(\"{Program}\")]"
        );

    private static string Quote(string text) => Plain().IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[-A-Za-z0-9_./:=@%+,]+$")]
    private static partial Regex Plain();
}
