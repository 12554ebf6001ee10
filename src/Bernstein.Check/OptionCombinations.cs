using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bernstein.Check;

/// <summary>What options ask of what is named beside them.</summary>
internal static class OptionCombinations
{
    /// <summary>Adds an error where something is missing, or stands where it means nothing.</summary>
    internal static void Validate(CommandOptions options, CommandResult result)
    {
        // Values are not looked at: one that can't be taken has an error of its own.
        static string[] Written(SymbolResult? found) => [.. found?.Tokens.Select(token => token.Value) ?? []];
        bool IsWritten(Option option) => result.GetResult(option) is { Implicit: false };

        // These two judge nothing.
        if (IsWritten(options.List) || IsWritten(options.Explain))
        {
            return;
        }

        var (paths, _) = ShellPattern.Gather(Written(result.GetResult(options.HandIns)));
        var format = ReportFormat.All.FirstOrDefault(known =>
            known.Name.Equals(Written(result.GetResult(options.Format)).FirstOrDefault("text"), StringComparison.OrdinalIgnoreCase)
        );
        var reason =
            paths.Length == 0 && !(IsWritten(options.Fix) && IsWritten(options.InPlace)) ? "name a folder of manifests (see --help)"
            : IsWritten(options.Only) && IsWritten(options.Production)
                ? "--only chooses the requirements, and --production adds some: use one of the two"
            // Of the others it says itself which change nothing.
            : IsWritten(options.Why) ? null
            : format?.Name == "patch" && paths.Length > 1 ? $"--format patch takes one folder, and {paths.Length} are named"
            : IsWritten(options.Since) && paths.Length > 1 ? $"--since compares one hand-in with an older one, and {paths.Length} are named"
            : IsWritten(options.Points) && format is { Name: not "csv" } ? $"--points needs --format csv, and the format is {format}"
            : null;
        if (reason is not null)
        {
            result.AddError(reason);
        }
    }
}
