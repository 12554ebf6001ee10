using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bernstein.Check;

/// <summary>What options ask of what is named beside them: the validator of the command line.</summary>
internal sealed class OptionCombinations(CommandOptions options, CommandResult result)
{
    // What says how a folder is judged; the others say how it is reported, and --why would drop them in silence.
    private static readonly string[] BesideWhy = ["--kube-version", "--spread", "--production", "--only"];

    private readonly string[] _paths = ShellPattern.Gather(Written(result.GetResult(options.HandIns))).HandIns;

    /// <summary>Adds an error where something is missing, or stands where it means nothing.</summary>
    internal void Validate()
    {
        var isWhy = result.GetValue(options.Why);
        foreach (var reason in isWhy ? OfWhy() : [])
        {
            result.AddError(reason);
        }

        // These two judge nothing.
        if (IsWritten(options.List) || IsWritten(options.Explain))
        {
            return;
        }

        if ((OfAll() ?? (isWhy ? null : OfReport() ?? OfFix())) is { } fault)
        {
            result.AddError(fault);
        }
    }

    private static string[] Written(SymbolResult? found) => [.. found?.Tokens.Select(token => token.Value) ?? []];

    // Values are not looked at: one that can't be taken has an error of its own.
    private bool IsWritten(Option option) => result.GetResult(option) is { Implicit: false };

    private IEnumerable<string> OfWhy() =>
        result
            .Children.OfType<OptionResult>()
            .Where(other => !other.Implicit && other.Option != options.Why && !BesideWhy.Contains(other.Option.Name))
            .Select(other => $"--why prints a page for people, where {other.Option.Name} changes nothing: use one of the two");

    private string? OfAll() =>
        _paths.Length == 0 && !(IsWritten(options.Fix) && IsWritten(options.InPlace)) ? "name a folder of manifests (see --help)"
        : IsWritten(options.Only) && IsWritten(options.Production)
            ? "--only chooses the requirements, and --production adds some: use one of the two"
        : null;

    private string? OfReport()
    {
        var name = Written(result.GetResult(options.Format)).FirstOrDefault("text");
        var format = ReportFormat.All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return format?.Name == "patch" && _paths.Length > 1 ? $"--format patch takes one folder, and {_paths.Length} are named"
            : IsWritten(options.Since) && _paths.Length > 1
                ? $"--since compares one hand-in with an older one, and {_paths.Length} are named"
            : IsWritten(options.Points) && format is { Name: not "csv" } ? $"--points needs --format csv, and the format is {format}"
            : null;
    }

    private string? OfFix()
    {
        var (isInPlace, isForced) = (result.GetValue(options.InPlace), result.GetValue(options.Force));
        if (!IsWritten(options.Fix))
        {
            return isInPlace || isForced ? "--in-place and --force need --fix" : null;
        }

        var (paths, directory) = Fixing.Named(_paths, Written(result.GetResult(options.Fix)).FirstOrDefault(), isInPlace);
        return paths.Length == 0 ? null
            : isInPlace && directory is not null ? "--fix DIRECTORY writes a copy, and --fix --in-place the folder itself: give one of them"
            : !isInPlace && directory is null ? "--fix needs a new DIRECTORY for the copy, or --in-place"
            : isForced && !isInPlace ? "--force needs --fix --in-place"
            : paths.Length > 1 || !Directory.Exists(paths[0]) ? "--fix takes one folder: name one"
            : isInPlace && !isForced ? Fixing.WhyNot(paths[0])
            : null;
    }
}
