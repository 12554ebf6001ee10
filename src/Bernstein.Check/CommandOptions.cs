using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bernstein.Check;

/// <summary>The arguments and options of the judge: their names, what they mean, and how what was written is taken.</summary>
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
                Description =
                    "How to report: text for people, json for programs, junit for CI servers, markdown for a comment, html for a class, sarif for code review, csv for a spreadsheet, patch for git apply.",
                DefaultValueFactory = _ => ReportFormat.All[0],
                HelpName = string.Join('|', ReportFormat.All),
                CustomParser = OptionParser.Format,
            },
            Taken(
                "--kube-version",
                "X.Y",
                "The version of the cluster the manifests are for, such as 1.22 or 1.29.4-gke.1043000.",
                OptionParser.Version
            ),
            Switch(
                "--spread",
                "Judge each document in the flat file that it belongs to, by its kind and name, in whatever file it is. The files themselves are still required."
            ),
            Taken(
                "--only",
                "ID,...",
                "Judge only these requirements or groups of them, such as poll, or wiring.schema, which takes any manifests: what would an API server refuse in them?",
                result => OptionParser.Requirements(result, "--only")
            ),
            Switch(
                "--production",
                "Also ask for production.*: what a deployment for strangers needs beyond the specification (docs/checklist.md)."
            ),
            Taken(
                "--fail-on",
                "any|specification|nothing",
                "Which failures give exit status 1: any, those of the specification only, or nothing.",
                OptionParser.FailOn
            ),
            Named("--since", "OLD", "An older hand-in of the same student: report what was fixed since, and what broke."),
            Named(
                "--points",
                "FILE",
                "What each requirement is worth, for --format csv: a file of lines such as «poll.memory 2», «wiring.* 0.5», «total 20»."
            ),
            new Option<string?>("--fix")
            {
                Description = "Write a copy of the folder, with the fixes in it, into a new directory.",
                HelpName = "DIRECTORY",
                Arity = ArgumentArity.ZeroOrOne,
            },
            Switch("--in-place", "With --fix: change the folder itself, if git could bring it back."),
            Switch("--force", "With --fix --in-place: change it without git too, or with uncommitted changes."),
            Taken(
                "--explain",
                "ID",
                "Print what a requirement asks and why, a right and a wrong example, and where to read on; of a group such as poll, list its requirements; judge nothing.",
                result => OptionParser.Requirements(result, "--explain")
            ),
            Switch(
                "--why",
                "Print each line of a manifest with the requirements that ask for it. A file is judged in its folder; a folder is shown file by file."
            ),
            Switch("--list-requirements", "Print every requirement and its reason; judge nothing."),
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
        Array.ForEach(Options, command.Options.Add);
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

    private static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    private static Option<string?> Named(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static Option<T> Taken<T>(string name, string value, string description, Func<ArgumentResult, T?> parser) =>
        new(name)
        {
            Description = description,
            HelpName = value,
            CustomParser = parser,
        };
}
