using System.CommandLine;

namespace Bernstein.Check;

/// <summary>The arguments and options of the judge, and how what was written is taken; their words are in <c>options.yaml</c>.</summary>
internal static class CommandOptions
{
    /// <summary>The name of the argument that says what is judged.</summary>
    internal const string HandIns = "FOLDER";

    private static Argument<string[]> Folder =>
        new(HandIns)
        {
            Description =
                "Folders of manifests: the flat files, or the same documents in other files and sub-folders. Also a single file, or - for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = OptionParser.HandIns,
        };

    private static Option[] Options =>
        [
            new Option<ReportFormat>("--format")
            {
                DefaultValueFactory = _ => ReportFormat.All[0],
                HelpName = string.Join('|', ReportFormat.All),
                CustomParser = OptionParser.Format,
            },
            new Option<Version>("--kube-version") { CustomParser = OptionParser.Version },
            new Option<bool>("--spread"),
            new Option<IReadOnlyList<Requirement>>("--only") { CustomParser = OptionParser.Requirements },
            new Option<bool>("--production"),
            new Option<Func<Requirement, bool>>("--fail-on") { CustomParser = OptionParser.FailOn },
            new Option<string>("--since"),
            new Option<string>("--points"),
            new Option<string>("--fix") { Arity = ArgumentArity.ZeroOrOne },
            new Option<bool>("--in-place"),
            new Option<bool>("--force"),
            new Option<IReadOnlyList<Requirement>>("--explain") { CustomParser = OptionParser.Requirements },
            new Option<bool>("--why"),
            new Option<bool>("--list-requirements"),
        ];

    /// <summary>The whole command line.</summary>
    /// <param name="name">The name by which it is called.</param>
    /// <param name="run">What it does once it is parsed.</param>
    internal static RootCommand Command(string name, Func<ParseResult, int> run)
    {
        var command = new RootCommand(
            "Judges folders of manifests against the requirements of docs/SPECIFICATION.md. Exits with 0 when all hold, 1 when one does not, 2 when it could not judge."
        )
        {
            HelpName = name,
        };
        command.Arguments.Add(Folder);
        var words = Resource.Rows("options.yaml").ToDictionary(row => row["option"].Text!);
        foreach (var option in Options)
        {
            option.Description = words[option.Name]["means"].Text;
            option.HelpName ??= words[option.Name]["value"].Text;
            command.Options.Add(option);
        }

        command.Validators.Add(result => new OptionCombinations(result).Validate());
        command.SetAction(run);
        return command;
    }

    /// <summary>The arguments, where what stands behind <c>--</c> and looks like an option is made a path.</summary>
    internal static string[] Separated(IReadOnlyList<string> arguments)
    {
        var options = arguments.TakeWhile(argument => argument != "--").Count();
        var paths = arguments.Skip(options + 1).Select(path => OptionParser.IsOption(path) ? $"./{path}" : path);
        return [.. arguments.Take(options + 1), .. paths];
    }
}
