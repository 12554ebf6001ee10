using System.CommandLine;
using System.CommandLine.Parsing;
using Bernstein.Check.Reports;
using Bernstein.Check.Requirements;
using Bernstein.Kubernetes.Values;

namespace Bernstein.Check;

/// <summary>The arguments and options of the judge: their names, what they mean, and how what was written is taken.</summary>
internal sealed class CommandOptions
{
    /// <summary>What is judged.</summary>
    internal Argument<string[]> HandIns { get; } =
        new("FOLDER")
        {
            Description =
                "Folders of manifests: the flat files, or the same documents in other files and sub-folders. A single file is taken too, and - for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = ParseHandIns,
        };

    /// <summary>How to report.</summary>
    internal Option<ReportFormat> Format { get; } =
        new("--format")
        {
            Description =
                "How to report: text for people, json for programs, junit for CI servers, markdown for a comment, html for a class, sarif for code review, csv for a spreadsheet.",
            DefaultValueFactory = _ => ReportFormat.All[0],
            HelpName = string.Join('|', ReportFormat.All),
            CustomParser = ParseFormat,
        };

    /// <summary>The cluster's version.</summary>
    internal Option<Version?> KubernetesVersion { get; } =
        new("--kube-version")
        {
            Description = "The version of the cluster the manifests are for, such as 1.22 or 1.29.4-gke.1043000.",
            HelpName = "X.Y",
            CustomParser = ParseVersion,
        };

    /// <summary>Whether documents may stand in other files.</summary>
    internal Option<bool> Spread { get; } =
        new("--spread")
        {
            Description =
                "Take each document for that of the flat file it belongs to, by its kind and name, in whatever file it stands. The files themselves stay required.",
        };

    /// <summary>Whether more is asked than the specification does.</summary>
    internal Option<bool> Production { get; } =
        new("--production")
        {
            Description =
                "Ask for production.* too: what a deployment that strangers vote with needs beyond the specification (docs/checklist.md).",
        };

    /// <summary>What makes it fail.</summary>
    internal Option<FailOn> FailOn { get; } =
        new("--fail-on")
        {
            Description = "What ends with exit status 1: any requirement that does not hold, one of the letter, or nothing.",
            HelpName = "any|letter|nothing",
            CustomParser = ParseFailOn,
        };

    /// <summary>An older hand-in to compare with.</summary>
    internal Option<string?> Since { get; } =
        new("--since")
        {
            Description = "An older hand-in of the same student: say what was mended since, and what broke.",
            HelpName = "OLD",
        };

    /// <summary>What each requirement is worth.</summary>
    internal Option<string?> Points { get; } =
        new("--points")
        {
            Description =
                "What each requirement is worth, for --format csv: a file of lines such as «poll.memory 2», «wiring.* 0.5», «total 20».",
            HelpName = "FILE",
        };

    /// <summary>Whether the requirements are listed.</summary>
    internal Option<bool> List { get; } =
        new("--list-requirements") { Description = "Print every requirement, what it protects and how it is mended, and judge nothing." };

    /// <summary>The requirement that is explained.</summary>
    internal Option<Requirement?> Explain { get; } =
        new("--explain")
        {
            Description = "Print what a requirement asks and why, an example right and wrong, and where to read on, and judge nothing.",
            HelpName = "ID",
            CustomParser = ParseRequirement,
        };

    /// <summary>Where a mended copy is written.</summary>
    internal Option<string?> Fix { get; } =
        new("--fix")
        {
            Description = "Write a copy of the one folder that is judged, with the mends made in it, into a new directory.",
            HelpName = "DIRECTORY",
        };

    /// <summary>Whether each line is shown with what asks for it.</summary>
    internal WhyOption Why { get; } = new();

    /// <summary>The whole command line.</summary>
    /// <param name="name">The name by which it is called.</param>
    /// <param name="run">What it does once it is parsed.</param>
    internal RootCommand Command(string name, Func<ParseResult, int> run)
    {
        var command = new RootCommand(
            "Judges folders of manifests against the requirements of docs/SPECIFICATION.md. Exits with 0 when all hold, 1 when one does not, 2 when it could not judge."
        )
        {
            HandIns,
            Format,
            KubernetesVersion,
            Spread,
            Production,
            FailOn,
            Since,
            Points,
            Fix,
            Explain,
            Why,
            List,
        };
        command.HelpName = name;
        command.SetAction(run);
        return command;
    }

    /// <summary>The arguments, where what stands behind <c>--</c> and looks like an option is made a path.</summary>
    internal static string[] Separated(IReadOnlyList<string> arguments)
    {
        var options = arguments.TakeWhile(argument => argument != "--").Count();
        return
        [
            .. arguments
                .Index()
                .Select(argument => argument.Index > options && IsOption(argument.Item) ? $"./{argument.Item}" : argument.Item),
        ];
    }

    private static bool IsOption(string argument) => argument.StartsWith('-') && argument != HandIn.StandardInput;

    private static string[] ParseHandIns(ArgumentResult result)
    {
        var names = result.Tokens.Select(token => token.Value).ToArray();
        foreach (var option in names.Where(IsOption))
        {
            result.AddError($"there is no option {option} (see --help); a folder of that name stands behind --");
        }

        if (names.Count(name => name == HandIn.StandardInput) > 1)
        {
            result.AddError("- is named twice: there is one standard input");
        }

        return names;
    }

    private static Requirement? ParseRequirement(ArgumentResult result)
    {
        var name = result.Tokens.Single().Value;
        var found = Catalogue.WithProduction.FirstOrDefault(requirement =>
            requirement.Identifier.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        if (found is null)
        {
            var near = Spelling.Suggestion(name, Catalogue.WithProduction.Select(requirement => requirement.Identifier));
            result.AddError($"--explain is {name}: there is no such requirement{near}; --list-requirements prints them all");
        }

        return found;
    }

    private static ReportFormat? ParseFormat(ArgumentResult result)
    {
        var name = result.Tokens.Single().Value;
        var found = ReportFormat.All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            result.AddError($"--format is {name}. Must be one of {string.Join(", ", ReportFormat.All)}");
        }

        return found;
    }

    private static FailOn ParseFailOn(ArgumentResult result)
    {
        var name = result.Tokens.Single().Value;
        // Enum.TryParse would take a number too.
        foreach (var value in Enum.GetValues<FailOn>().Where(value => value.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return value;
        }

        result.AddError($"--fail-on is {name}. Must be one of any, letter, nothing");
        return default;
    }

    private static Version? ParseVersion(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var version = ClusterVersion.Parse(text);
        if (version is null)
        {
            result.AddError($"--kube-version is {text}: a version such as 1.22 is expected");
        }

        return version;
    }
}
