using System.CommandLine;

namespace Bernstein.Check;

/// <summary>The arguments and options of the judge: their names, what they mean, and how what was written is taken.</summary>
internal sealed class CommandOptions
{
    /// <summary>What is judged.</summary>
    internal Argument<string[]> HandIns { get; } =
        new("FOLDER")
        {
            Description =
                "Folders of manifests: the flat files, or the same documents in other files and sub-folders. Also a single file, or - for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = OptionParser.HandIns,
        };

    /// <summary>How to report.</summary>
    internal Option<ReportFormat> Format { get; } =
        new("--format")
        {
            Description =
                "How to report: text for people, json for programs, junit for CI servers, markdown for a comment, html for a class, sarif for code review, csv for a spreadsheet, patch for git apply.",
            DefaultValueFactory = _ => ReportFormat.All[0],
            HelpName = string.Join('|', ReportFormat.All),
            CustomParser = OptionParser.Format,
        };

    /// <summary>The cluster's version.</summary>
    internal Option<Version?> KubernetesVersion { get; } =
        new("--kube-version")
        {
            Description = "The version of the cluster the manifests are for, such as 1.22 or 1.29.4-gke.1043000.",
            HelpName = "X.Y",
            CustomParser = OptionParser.Version,
        };

    /// <summary>Whether documents may stand in other files.</summary>
    internal Option<bool> Spread { get; } =
        new("--spread")
        {
            Description =
                "Judge each document in the flat file that it belongs to, by its kind and name, in whatever file it is. The files themselves are still required.",
        };

    /// <summary>Whether more is asked than the specification does.</summary>
    internal Option<bool> Production { get; } =
        new("--production")
        {
            Description = "Also ask for production.*: what a deployment for strangers needs beyond the specification (docs/checklist.md).",
        };

    /// <summary>What makes it fail.</summary>
    internal Option<FailOn> FailOn { get; } =
        new("--fail-on")
        {
            Description = "Which failures give exit status 1: any, those of the specification only, or nothing.",
            HelpName = "any|specification|nothing",
            CustomParser = OptionParser.FailOn,
        };

    /// <summary>An older hand-in to compare with.</summary>
    internal Option<string?> Since { get; } =
        new("--since")
        {
            Description = "An older hand-in of the same student: report what was fixed since, and what broke.",
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
        new("--list-requirements") { Description = "Print every requirement and its reason; judge nothing." };

    /// <summary>The requirements that are asked, where not all are.</summary>
    internal Option<IReadOnlyList<Requirement>?> Only { get; } =
        new("--only")
        {
            Description =
                "Judge only these requirements, such as wiring.schema, which takes any manifests: what would an API server refuse in them?",
            HelpName = "ID,...",
            CustomParser = OptionParser.Requirements,
        };

    /// <summary>The requirement that is explained.</summary>
    internal Option<Requirement?> Explain { get; } =
        new("--explain")
        {
            Description = "Print what a requirement asks and why, a right and a wrong example, and where to read on; judge nothing.",
            HelpName = "ID",
            CustomParser = OptionParser.Requirement,
        };

    /// <summary>Where a mended copy is written.</summary>
    internal Option<string?> Fix { get; } =
        new("--fix")
        {
            Description = "Write a copy of the folder, with the fixes in it, into a new directory.",
            HelpName = "DIRECTORY",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <summary>Whether the folder itself is mended.</summary>
    internal Option<bool> InPlace { get; } =
        new("--in-place") { Description = "With --fix: change the folder itself, if git could bring it back." };

    /// <summary>Whether it is mended though git could not bring it back.</summary>
    internal Option<bool> Force { get; } =
        new("--force") { Description = "With --fix --in-place: change it without git too, or with uncommitted changes." };

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
        command.Validators.Add(result => OptionCombinations.Validate(this, result));
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
