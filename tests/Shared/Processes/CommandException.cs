namespace Bernstein;

/// <summary>A process that failed, with all that is needed to try it by hand.</summary>
public sealed class CommandException(CommandResult result)
    : Exception($"exit code {result.ExitCode} from:\n  {result.Line}\n{result.Error}");
