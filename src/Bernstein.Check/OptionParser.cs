using System.CommandLine.Parsing;

namespace Bernstein.Check;

/// <summary>How what was written on the command line is taken.</summary>
internal static class OptionParser
{
    internal static bool IsOption(string argument) => argument.StartsWith('-') && argument != HandIn.StandardInput;

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
    internal static IReadOnlyList<Requirement>? Requirements(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(token => token.Value.Split(',')).SelectMany(name => Find(result, name)).Distinct()];

    internal static ReportFormat? Format(ArgumentResult result) =>
        OneOf(result, Written(result), [.. ReportFormat.All.Select(format => (format.Name, format))]);

    /// <summary>Which requirements make the judge exit with 1 where they do not hold.</summary>
    internal static Func<Requirement, bool>? FailOn(ArgumentResult result) =>
        OneOf<Func<Requirement, bool>>(
            result,
            // 1.0 knows the specification as the letter.
            Written(result).Equals("letter", StringComparison.OrdinalIgnoreCase)
                ? "specification"
                : Written(result),
            ("any", _ => true),
            ("specification", requirement => requirement.Severity == Severity.Specification),
            ("nothing", _ => false)
        );

    internal static Version? Version(ArgumentResult result) =>
        ClusterVersion.Parse(Written(result)) ?? Refused<Version>(result, Written(result), ": a version such as 1.22 is expected");

    private static IEnumerable<Requirement> Find(ArgumentResult result, string name)
    {
        var group = (name.EndsWith(".*", StringComparison.Ordinal) ? name[..^2] : name) + ".";
        bool IsMeant(string known) =>
            known.Equals(name, StringComparison.OrdinalIgnoreCase) || known.StartsWith(group, StringComparison.OrdinalIgnoreCase);

        var found = Catalogue.WithProduction.Where(known => IsMeant(known.Identifier)).ToArray();
        var near = Spelling.Suggestion(name, Catalogue.WithProduction.Select(known => known.Identifier));
        return found.Length > 0
            ? found
            : Refused<Requirement[]>(result, name, $": there is no such requirement{near}; --list-requirements prints them all") ?? [];
    }

    private static string Written(ArgumentResult result) => result.Tokens.Single().Value;

    private static T? OneOf<T>(ArgumentResult result, string written, params (string Name, T Value)[] known)
        where T : class =>
        known.FirstOrDefault(one => one.Name.Equals(written, StringComparison.OrdinalIgnoreCase)).Value
        ?? Refused<T>(result, written, $". Must be one of {string.Join(", ", known.Select(one => one.Name))}");

    private static T? Refused<T>(ArgumentResult result, string written, string reason)
        where T : class
    {
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} is {written}{reason}");
        return null;
    }
}
