using System.CommandLine.Parsing;

namespace Bernstein.Check;

/// <summary>How what was written on the command line is taken.</summary>
internal static class OptionParser
{
    /// <summary>Whether an argument is an option rather than a path.</summary>
    internal static bool IsOption(string argument) => argument.StartsWith('-') && argument != HandIn.StandardInput;

    /// <summary>What is judged.</summary>
    internal static string[] HandIns(ArgumentResult result)
    {
        var names = result.Tokens.Select(token => token.Value).ToArray();
        foreach (var option in names.Where(IsOption))
        {
            result.AddError($"there is no option {option} (see --help); write a folder of that name after --");
        }

        if (names.Count(name => name == HandIn.StandardInput) > 1)
        {
            result.AddError("- is named twice: there is only one standard input");
        }

        return names;
    }

    /// <summary>The requirements that are named, with commas between them: each by itself, or all of a group such as <c>poll</c>.</summary>
    internal static IReadOnlyList<Requirement>? Requirements(ArgumentResult result, string option) =>
        [.. result.Tokens.SelectMany(token => token.Value.Split(',')).SelectMany(name => Find(result, option, name)).Distinct()];

    /// <summary>A format, in whatever case.</summary>
    internal static ReportFormat? Format(ArgumentResult result) =>
        Named(ReportFormat.All, Written(result))
        ?? Refused<ReportFormat>(result, $"--format is {Written(result)}. Must be one of {string.Join(", ", ReportFormat.All)}");

    /// <summary>What makes it fail, in whatever case.</summary>
    internal static FailOn FailOn(ArgumentResult result)
    {
        // 1.0 knows the specification as the letter. Enum.TryParse would take a number too.
        var name = Written(result).Equals("letter", StringComparison.OrdinalIgnoreCase) ? "specification" : Written(result);
        return Named(Enum.GetValues<FailOn>().Cast<FailOn?>(), name)
            ?? Refused<FailOn>(result, $"--fail-on is {name}. Must be one of any, specification, nothing");
    }

    /// <summary>The version of a cluster.</summary>
    internal static Version? Version(ArgumentResult result) =>
        ClusterVersion.Parse(Written(result))
        ?? Refused<Version>(result, $"--kube-version is {Written(result)}: a version such as 1.22 is expected");

    private static Requirement[] Find(ArgumentResult result, string option, string name)
    {
        var all = Catalogue.WithProduction;
        var group = (name.EndsWith(".*", StringComparison.Ordinal) ? name[..^2] : name) + ".";
        Requirement[] found = Named(all, name) is { } one
            ? [one]
            : [.. all.Where(requirement => requirement.Identifier.StartsWith(group, StringComparison.OrdinalIgnoreCase))];
        if (found.Length == 0)
        {
            var near = Spelling.Suggestion(name, all.Select(requirement => requirement.Identifier));
            result.AddError($"{option} is {name}: there is no such requirement{near}; --list-requirements prints them all");
        }

        return found;
    }

    private static string Written(ArgumentResult result) => result.Tokens.Single().Value;

    private static T? Named<T>(IEnumerable<T> known, string name) =>
        known.FirstOrDefault(found => $"{found}".Equals(name, StringComparison.OrdinalIgnoreCase));

    private static T? Refused<T>(ArgumentResult result, string reason)
    {
        result.AddError(reason);
        return default;
    }
}
