using System.CommandLine;

namespace Bernstein.Check;

/// <summary>The arguments and options of the judge: their names, what they mean (in their descriptions), and how what was written is taken.</summary>
internal sealed class CommandOptions
{
    internal Argument<string[]> HandIns { get; } =
        new("FOLDER")
        {
            Description =
                "Folders of manifests: the flat files, or the same documents in other files and sub-folders. Also a single file, or - for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = OptionParser.HandIns,
        };

    internal Option<ReportFormat> Format { get; } =
        new("--format")
        {
            Description =
                "How to report: text for people, json for programs, junit for CI servers, markdown for a comment, html for a class, sarif for code review, csv for a spreadsheet, patch for git apply.",
            DefaultValueFactory = _ => ReportFormat.All[0],
            HelpName = string.Join('|', ReportFormat.All),
            CustomParser = OptionParser.Format,
        };

    internal Option<Version?> KubernetesVersion { get; } =
        new("--kube-version")
        {
            Description = "The version of the cluster the manifests are for, such as 1.22 or 1.29.4-gke.1043000.",
            HelpName = "X.Y",
            CustomParser = OptionParser.Version,
        };

    internal Option<bool> Spread { get; } =
        new("--spread")
        {
            Description =
                "Judge each document in the flat file that it belongs to, by its kind and name, in whatever file it is. The files themselves are still required.",
        };

    internal Option<bool> Production { get; } =
        new("--production")
        {
            Description = "Also ask for production.*: what a deployment for strangers needs beyond the specification (docs/checklist.md).",
        };

    internal Option<FailOn> FailOn { get; } =
        new("--fail-on")
        {
            Description = "Which failures give exit status 1: any, those of the specification only, or nothing.",
            HelpName = "any|specification|nothing",
            CustomParser = OptionParser.FailOn,
        };

    internal Option<string?> Since { get; } =
        new("--since")
        {
            Description = "An older hand-in of the same student: report what was fixed since, and what broke.",
            HelpName = "OLD",
        };

    internal Option<string?> Points { get; } =
        new("--points")
        {
            Description =
                "What each requirement is worth, for --format csv: a file of lines such as «poll.memory 2», «wiring.* 0.5», «total 20».",
            HelpName = "FILE",
        };

    internal Option<bool> List { get; } =
        new("--list-requirements") { Description = "Print every requirement and its reason; judge nothing." };

    internal Option<IReadOnlyList<Requirement>?> Only { get; } =
        new("--only")
        {
            Description =
                "Judge only these requirements or groups of them, such as poll, or wiring.schema, which takes any manifests: what would an API server refuse in them?",
            HelpName = "ID,...",
            CustomParser = result => OptionParser.Requirements(result, "--only"),
        };

    internal Option<IReadOnlyList<Requirement>?> Explain { get; } =
        new("--explain")
        {
            Description =
                "Print what a requirement asks and why, a right and a wrong example, and where to read on; of a group such as poll, list its requirements; judge nothing.",
            HelpName = "ID",
            CustomParser = result => OptionParser.Requirements(result, "--explain"),
        };

    internal Option<string?> Fix { get; } =
        new("--fix")
        {
            Description = "Write a copy of the folder, with the fixes in it, into a new directory.",
            HelpName = "DIRECTORY",
            Arity = ArgumentArity.ZeroOrOne,
        };

    internal Option<bool> InPlace { get; } =
        new("--in-place") { Description = "With --fix: change the folder itself, if git could bring it back." };

    internal Option<bool> Force { get; } =
        new("--force") { Description = "With --fix --in-place: change it without git too, or with uncommitted changes." };

    internal Option<bool> Why { get; } =
        new("--why")
        {
            Description =
                "Print each line of a manifest with the requirements that ask for it. A file is judged in its folder; a folder is shown file by file.",
        };

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
            Only,
            Production,
            FailOn,
            Since,
            Points,
            Fix,
            InPlace,
            Force,
            Explain,
            Why,
            List,
        };
        command.HelpName = name;
        command.Validators.Add(result => new OptionCombinations(this, result).Validate());
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
                .Select(argument =>
                    argument.Index > options && OptionParser.IsOption(argument.Item) ? $"./{argument.Item}" : argument.Item
                ),
        ];
    }
}
