using System.CommandLine;
using System.Text;
using Bernstein.Check.Manifests;
using Bernstein.Check.Reports;
using Bernstein.Check.Requirements;

const int SomethingFailed = 1;
const int CouldNotJudge = 2;

var folders = new Argument<string[]>("FOLDER")
{
    Description = "Folders of manifests: the flat files, or the same documents in other files and sub-folders.",
    Arity = ArgumentArity.ZeroOrMore,
};
folders.Validators.Add(result =>
{
    foreach (var option in result.Tokens.Where(token => token.Value.StartsWith('-')))
    {
        result.AddError($"there is no option {option.Value} (see --help)");
    }
});
var format = new Option<string>("--format") { Description = "How to report: text for people, json for programs, junit for CI servers, markdown for a comment, html for a class.", DefaultValueFactory = _ => "text" };
format.AcceptOnlyFromAmong("text", "json", "junit", "markdown", "html");
var version = new Option<string?>("--kube-version") { Description = "The version of the cluster the manifests are for, such as 1.22.", HelpName = "X.Y" };
version.Validators.Add(result =>
{
    if (result.GetValueOrDefault<string>() is { } text && !Version.TryParse(text.TrimStart('v'), out _))
    {
        result.AddError($"--kube-version is {text}: a version such as 1.22 is expected");
    }
});
var spread = new Option<bool>("--spread")
{
    Description = "Take each document for that of the flat file it belongs to, by its kind and name, in whatever file it stands. The files themselves stay required.",
};
var list = new Option<bool>("--list-requirements") { Description = "Print every requirement, what it protects and how it is mended, and judge nothing." };
var command = new RootCommand(
    "Judges folders of manifests against the requirements of docs/SPECIFICATION.md. Exits with 0 when all hold, 1 when one does not, 2 when it could not judge.")
{
    folders, format, version, spread, list,
};
command.SetAction(Run);
var parsed = command.Parse(args);
return parsed.Errors.Count > 0 ? Refuse(string.Join('\n', parsed.Errors.Select(error => error.Message))) : parsed.Invoke();

int Run(ParseResult parsed)
{
    using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
    if (parsed.GetValue(list))
    {
        RequirementsDocument.Write(output);
        return 0;
    }

    var named = parsed.GetValue(folders)!;
    if (named.Length == 0)
    {
        return Refuse("name a folder of manifests (see --help)");
    }

    var kubernetes = parsed.GetValue(version) is { } text ? Version.Parse(text.TrimStart('v')) : null;
    var done = 0;
    var judged = named.AsParallel().AsOrdered().Select(folder =>
    {
        var outcome = Judge(folder, kubernetes, parsed.GetValue(spread));
        ShowProgress(Interlocked.Increment(ref done), named.Length);
        return outcome;
    }).ToArray();
    var assessments = judged.Select(outcome => outcome.Assessment).OfType<Assessment>().ToArray();
    if (assessments.Length > 0)
    {
        ReportOf(parsed.GetValue(format)!).Write(output, assessments);
    }

    output.Flush();
    foreach (var reason in judged.Select(outcome => outcome.Reason).OfType<string>())
    {
        Refuse(reason);
    }

    return assessments.Length < named.Length ? CouldNotJudge : assessments.Any(assessment => assessment.Failed > 0) ? SomethingFailed : 0;
}

static IReport ReportOf(string format) => format switch
{
    "json" => new JsonReport(),
    "junit" => new JUnitReport(),
    "markdown" => new MarkdownReport(),
    "html" => new HtmlReport(),
    _ => new TextReport(!Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))),
};

// On standard error, and only for somebody who is watching a class being judged.
static void ShowProgress(int done, int all)
{
    if (all > 1 && !Console.IsErrorRedirected)
    {
        Console.Error.Write($"\r{done} of {all} folders{(done == all ? "\n" : "")}");
    }
}

static (Assessment? Assessment, string? Reason) Judge(string folder, Version? kubernetes, bool spread)
{
    try
    {
        var manifests = FolderReader.Read(folder);
        return manifests.Files.Count == 0
            ? (null, $"there is no .yaml, .yml or .json file in {folder}")
            : (Assessment.Of(new Submission(spread ? FlatFiles.Gather(manifests) : manifests, kubernetes)), null);
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        return (null, exception.Message);
    }
}

static int Refuse(string message)
{
    Console.Error.WriteLine($"check: {message}");
    return CouldNotJudge;
}
