namespace Bernstein;

/// <summary>How a process ended, and what it said.</summary>
/// <param name="Line">The command line, ready to be pasted into a shell.</param>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Duration">From its start to its end.</param>
public sealed record CommandResult(string Line, int ExitCode, string Output, string Error, TimeSpan Duration)
{
    /// <summary>The same where it ended well.</summary>
    /// <exception cref="CommandException">It ended with another exit code than 0.</exception>
    public CommandResult OfSuccess => ExitCode == 0 ? this : throw new CommandException(this);
}
