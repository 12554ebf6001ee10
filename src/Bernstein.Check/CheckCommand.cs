using System.CommandLine;

namespace Bernstein.Check;

/// <summary>The command line of the judge: what it is asked, and what it answers where.</summary>
/// <param name="Output">Where the report goes.</param>
/// <param name="Error">Where it says what it could not judge.</param>
public sealed record CheckCommand(TextWriter Output, TextWriter Error)
{
    private const int SomethingFailed = 1;
    private const int CouldNotJudge = 2;

    /// <summary>The name by which it is called, for its help.</summary>
    public string Name { get; init; } = "bernstein-check";

    /// <summary>Opens what <c>-</c> stands for.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>Whether the text report may have colours.</summary>
    public bool IsColoured { get; init; }

    /// <summary>How many columns the text report has; null where it is no terminal that shows it.</summary>
    public int? Width { get; init; }

    /// <summary>Whether somebody watches <see cref="Error"/>, and is shown how far it is with a class of folders.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Does what the arguments ask.</summary>
    /// <returns>The exit code: 0 when every requirement holds, 1 when one does not, 2 when it could not judge.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            // A folder may be called @team: it is not a file of more arguments.
            var asWritten = new ParserConfiguration { ResponseFileTokenReplacer = null };
            var parsed = CommandOptions.Command(Name, Run).Parse(CommandOptions.Separated(arguments), asWritten);
            var written = new InvocationConfiguration
            {
                Output = Output,
                Error = Error,
                EnableDefaultExceptionHandler = false,
            };
            var exitCode = parsed.Errors.Count > 0 ? parsed.Errors.Select(error => Refuse(error.Message)).Last() : parsed.Invoke(written);
            Output.Flush();
            return exitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // .NET says of an output that is closed that the access to it is denied.
            return RefuseOutput(exception is UnauthorizedAccessException ? "it is closed" : exception.Message);
        }
    }

    /// <summary>Says that nobody takes the report.</summary>
    /// <returns>The exit code.</returns>
    public int RefuseOutput(string reason) => Refuse($"the report could not be written to standard output: {reason}");

    private int Run(ParseResult parsed)
    {
        var asked =
            parsed.GetValue<IReadOnlyList<Requirement>>("--only")
            ?? (parsed.GetValue<bool>("--production") ? Catalogue.WithProduction : Catalogue.All);
        if (parsed.GetValue<bool>("--list-requirements"))
        {
            RequirementsDocument.Write(Output, asked, Width);
            return 0;
        }

        if (parsed.GetValue<IReadOnlyList<Requirement>>("--explain") is { } explained)
        {
            ExplanationText.Write(Output, explained, Width);
            return 0;
        }

        return Judge(parsed, asked);
    }

    private int Judge(ParseResult parsed, IReadOnlyList<Requirement> asked)
    {
        var (paths, gathered) = ShellPattern.Gather(parsed.GetValue<string[]>(CommandOptions.HandIns) ?? []);
        (paths, var directory) = Fixing.Named(paths, parsed.GetValue<string>("--fix"), parsed.GetValue<bool>("--in-place"));
        var fixing = parsed.GetResult("--fix") is not null && paths.Length == 1 ? new Fixing(paths[0], directory) : null;
        var (points, fault) = parsed.GetValue<string>("--points") is { } file ? Points.Read(file, asked) : (new Points([], null), null);
        if (fault is not null)
        {
            return Refuse(fault);
        }

        var handIn = new HandIn(Input, parsed.GetValue<bool>("--spread"), parsed.GetValue<Version>("--kube-version"), asked);
        if (parsed.GetValue<bool>("--why"))
        {
            return paths.SelectMany(new WhyCommand(handIn, Output).Write).Select(Refuse).LastOrDefault();
        }

        var since = parsed.GetValue<string>("--since");
        var before = since is null ? null : handIn.Judge(since);
        if (before is { Reason: { } reason })
        {
            return Refuse($"--since {since}: {reason}");
        }

        var answers = JudgeAll(paths, handIn).Select(answer => answer with { Before = before?.Assessment }).ToArray();
        var settings = new ReportSettings(IsColoured, DateTimeOffset.UtcNow, points, since) { Asked = asked, Width = Width };
        parsed.GetValue<ReportFormat>("--format")!.Report(settings).Write(Output, answers);
        return Answer(answers, gathered, fixing, parsed.GetValue<Func<Requirement, bool>>("--fail-on") ?? (_ => true));
    }

    // What is said beside the report, and the exit code.
    private int Answer(Answer[] answers, IEnumerable<string> gathered, Fixing? fixing, Func<Requirement, bool> isCounted)
    {
        Output.Flush();
        foreach (var line in gathered.Concat(answers.Select(answer => answer.Reason).OfType<string>()))
        {
            Tell(line);
        }

        if (fixing is not null && answers[0].Assessment is { } assessment && fixing.Write(assessment, Error) is { } obstacle)
        {
            return Refuse(obstacle);
        }

        var counted = (
            from answer in answers
            from outcome in answer.Assessment?.Outcomes ?? []
            where isCounted(outcome.Requirement)
            select (answer.Path, outcome.Verdict)
        ).ToArray();
        return answers.Any(answer => answer.Reason is not null) ? CouldNotJudge
            : counted.Any(one => one.Verdict.Status == Status.Fail) ? SomethingFailed
            : counted.FirstOrDefault(one => one.Verdict.IsUnread) is ({ } path, var unread)
                ? Refuse($"{path}: not everything could be judged: {unread.Findings[0].Message}")
            : 0;
    }

    private Answer[] JudgeAll(string[] paths, HandIn handIn)
    {
        var (done, progress) = (0, new Lock());
        // One alone needs no threads, which take their time to start.
        return paths.Length == 1 ? [handIn.Judge(paths[0])] : [.. paths.AsParallel().AsOrdered().Select(JudgeNext)];

        Answer JudgeNext(string path)
        {
            var answer = handIn.Judge(path);
            lock (progress)
            {
                done++;
                (IsWatched ? Error : TextWriter.Null).Write($"\r{done} of {paths.Length}{(done == paths.Length ? "\n" : "")}");
            }

            return answer;
        }
    }

    private int Refuse(string message)
    {
        Tell(message);
        return CouldNotJudge;
    }

    private void Tell(string message)
    {
        try
        {
            Error.WriteLine($"check: {PlainText.OneLine(message)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nobody listens: the exit code is all that can be told.
        }
    }
}
