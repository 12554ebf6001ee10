using System.CommandLine.Parsing;

namespace Bernstein.Check;

/// <summary>What options ask of what is named beside them: the validator of the command line.</summary>
internal sealed class OptionCombinations(CommandResult result)
{
    // Itself, and what says how a folder is judged; the others say how it is reported, and --why would drop them in silence.
    private static readonly string[] BesideWhy = ["--why", "--kube-version", "--spread", "--production", "--only"];

    private readonly string[] _paths = ShellPattern.Gather(Written(result, CommandOptions.HandIns)).HandIns;

    /// <summary>Adds an error where something is missing, or stands where it means nothing.</summary>
    internal void Validate()
    {
        var isWhy = result.GetValue<bool>("--why");
        // These two judge nothing.
        var isJudged = !IsWritten("--list-requirements") && !IsWritten("--explain");
        var fault = isJudged ? OfAll() ?? (isWhy ? null : OfReport() ?? OfFix()) : null;
        foreach (var reason in (isWhy ? OfWhy() : []).Append(fault).OfType<string>())
        {
            result.AddError(reason);
        }
    }

    private static string[] Written(CommandResult result, string name) =>
        [.. result.GetResult(name)?.Tokens.Select(token => token.Value) ?? []];

    // Values are not looked at: one that can't be taken has an error of its own.
    private bool IsWritten(string name) => result.GetResult(name) is OptionResult { Implicit: false };

    private IEnumerable<string> OfWhy() =>
        from other in result.Children.OfType<OptionResult>()
        where !other.Implicit && !BesideWhy.Contains(other.Option.Name)
        select $"--why prints a page for people, where {other.Option.Name} changes nothing: use one of the two";

    private string? OfAll() =>
        _paths.Length == 0 && !(IsWritten("--fix") && IsWritten("--in-place")) ? "name a folder of manifests (see --help)"
        : IsWritten("--only") && IsWritten("--production")
            ? "--only chooses the requirements, and --production adds some: use one of the two"
        : null;

    private string? OfReport()
    {
        var name = Written(result, "--format").FirstOrDefault("text").ToLowerInvariant();
        var isKnown = ReportFormat.All.Any(format => format.Name == name);
        return name == "patch" && _paths.Length > 1 ? $"--format patch takes one folder, and {_paths.Length} are named"
            : IsWritten("--since") && _paths.Length > 1 ? $"--since compares one hand-in with an older one, and {_paths.Length} are named"
            : IsWritten("--points") && isKnown && name != "csv" ? $"--points needs --format csv, and the format is {name}"
            : null;
    }

    private string? OfFix()
    {
        var (isInPlace, isForced) = (result.GetValue<bool>("--in-place"), result.GetValue<bool>("--force"));
        if (!IsWritten("--fix"))
        {
            return isInPlace || isForced ? "--in-place and --force need --fix" : null;
        }

        var (paths, directory) = Fixing.Named(_paths, Written(result, "--fix").FirstOrDefault(), isInPlace);
        return paths.Length == 0 ? null
            : isInPlace && directory is not null ? "--fix DIRECTORY writes a copy, and --fix --in-place the folder itself: give one of them"
            : !isInPlace && directory is null ? "--fix needs a new DIRECTORY for the copy, or --in-place"
            : isForced && !isInPlace ? "--force needs --fix --in-place"
            : paths.Length > 1 || !Directory.Exists(paths[0]) ? "--fix takes one folder: name one"
            : isInPlace && !isForced ? Fixing.WhyNot(paths[0])
            : null;
    }
}
