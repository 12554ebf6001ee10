using System.CommandLine;
using System.CommandLine.Parsing;
using Bernstein.Check.Application;
using Bernstein.Check.Reports;
using Bernstein.Check.Requirements;

namespace Bernstein.Check;

/// <summary>The command line of the judge: what it is asked, and what it answers where.</summary>
/// <param name="Output">Where the report goes.</param>
/// <param name="Error">Where it says what it could not judge.</param>
public sealed record CheckCommand(TextWriter Output, TextWriter Error)
{
    private const int SomethingFailed = 1;
    private const int CouldNotJudge = 2;

    /// <summary>Whether the text report may have colours.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether somebody watches <see cref="Error"/>, and is shown how far it is with a class of folders.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Does what the arguments ask.</summary>
    /// <returns>The exit code: 0 when every requirement holds, 1 when one does not, 2 when it could not judge.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = "Folders of manifests: the flat files, or the same documents in other files and sub-folders.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = ParseFolders,
        };
        var format = new Option<ReportFormat>("--format")
        {
            Description =
                "How to report: text for people, json for programs, junit for CI servers, markdown for a comment, html for a class.",
            DefaultValueFactory = _ => ReportFormat.All[0],
            HelpName = string.Join('|', ReportFormat.All),
            CustomParser = ParseFormat,
        };
        var version = new Option<Version?>("--kube-version")
        {
            Description = "The version of the cluster the manifests are for, such as 1.22.",
            HelpName = "X.Y",
            CustomParser = ParseVersion,
        };
        var spread = new Option<bool>("--spread")
        {
            Description =
                "Take each document for that of the flat file it belongs to, by its kind and name, in whatever file it stands. The files themselves stay required.",
        };
        var list = new Option<bool>("--list-requirements")
        {
            Description = "Print every requirement, what it protects and how it is mended, and judge nothing.",
        };
        var command = new RootCommand(
            "Judges folders of manifests against the requirements of docs/SPECIFICATION.md. Exits with 0 when all hold, 1 when one does not, 2 when it could not judge."
        )
        {
            folders,
            format,
            version,
            spread,
            list,
        };
        command.HelpName = "scripts/check";
        command.SetAction(parsed =>
            parsed.GetValue(list)
                ? List()
                : JudgeAll(
                    parsed.GetValue(folders) ?? [],
                    parsed.GetValue(format)!,
                    folder => Take(folder, parsed.GetValue(spread), parsed.GetValue(version))
                )
        );
        var parsed = command.Parse(arguments);
        return parsed.Errors.Count > 0
            ? Refuse(string.Join('\n', parsed.Errors.Select(error => error.Message)))
            : parsed.Invoke(new InvocationConfiguration { Output = Output, Error = Error });
    }

    private static string[] ParseFolders(ArgumentResult result)
    {
        foreach (var option in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError($"there is no option {option.Value} (see --help)");
        }

        return [.. result.Tokens.Select(token => token.Value)];
    }

    private static ReportFormat? ParseFormat(ArgumentResult result)
    {
        var name = result.Tokens.Single().Value;
        var found = ReportFormat.All.FirstOrDefault(format => format.Name == name);
        if (found is null)
        {
            result.AddError($"--format is {name}. Must be one of {string.Join(", ", ReportFormat.All)}");
        }

        return found;
    }

    private static Version? ParseVersion(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!Version.TryParse(text.TrimStart('v'), out var version))
        {
            result.AddError($"--kube-version is {text}: a version such as 1.22 is expected");
        }

        return version;
    }

    private static Submission Take(string folder, bool isSpread, Version? kubernetes)
    {
        var manifests = FlatFiles.Read(folder);
        return isSpread ? Submission.Spread(manifests, kubernetes) : new Submission(manifests, kubernetes);
    }

    private int List()
    {
        RequirementsDocument.Write(Output);
        return 0;
    }

    private int JudgeAll(string[] folders, ReportFormat format, Func<string, Submission> take)
    {
        if (folders.Length == 0)
        {
            return Refuse("name a folder of manifests (see --help)");
        }

        var done = 0;
        var progress = new Lock();
        var judged = folders
            .AsParallel()
            .AsOrdered()
            .Select(folder =>
            {
                var outcome = Judge(folder, take);
                lock (progress)
                {
                    ShowProgress(++done, folders.Length);
                }

                return outcome;
            })
            .ToArray();
        var assessments = judged.Select(outcome => outcome.Assessment).OfType<Assessment>().ToArray();
        if (assessments.Length > 0)
        {
            format.Report(IsColoured).Write(Output, assessments);
        }

        Output.Flush();
        foreach (var reason in judged.Select(outcome => outcome.Reason).OfType<string>())
        {
            Refuse(reason);
        }

        return assessments.Length < folders.Length ? CouldNotJudge
            : assessments.Any(assessment => assessment.Failed > 0) ? SomethingFailed
            : 0;
    }

    private static (Assessment? Assessment, string? Reason) Judge(string folder, Func<string, Submission> take)
    {
        try
        {
            var submission = take(folder);
            return submission.Folder.Files.Count == 0
                ? (null, $"there is no .yaml, .yml or .json file in {folder}")
                : (Assessment.Of(submission), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }

    private void ShowProgress(int done, int all)
    {
        if (all > 1 && IsWatched)
        {
            Error.Write($"\r{done} of {all} folders{(done == all ? "\n" : "")}");
        }
    }

    private int Refuse(string message)
    {
        Error.WriteLine($"check: {message}");
        return CouldNotJudge;
    }
}
