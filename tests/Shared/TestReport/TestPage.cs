using System.Globalization;
using System.Net;
using Bernstein.Check.Requirements;

namespace Bernstein.TestReport;

/// <summary>What a run of the tests has shown: one page without a script and without the network, in the clothes of the judge's own.</summary>
/// <param name="runs">The projects that were run.</param>
internal sealed class TestPage(IReadOnlyList<RunRecord> runs)
{
    private const int SlowestCount = 25;

    private static readonly Dictionary<string, string> Marks = new()
    {
        [nameof(Status.Pass)] = """<td class="pass"><span role="img" aria-label="holds">✓</span></td>""",
        [nameof(Status.Fail)] = """<td class="not-judged"><span role="img" aria-label="given up">○</span></td>""",
        [nameof(Status.NotJudged)] = """<td class="not-judged"><span role="img" aria-label="not judged">–</span></td>""",
    };

    private readonly TestRecord[] _tests = [.. runs.SelectMany(run => run.Tests)];

    /// <summary>The page.</summary>
    public override string ToString() =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Bernstein: the tests</title>
            <style>
            {Style()}</style>
            </head>
            <body>
            <header><h1>Bernstein: the tests</h1>
            <p>{Count("Passed")} passed, {(
                Count("Failed") is > 0 and var failed ? $"<b class=\"fail\">{failed} failed</b>" : "0 failed"
            )}, {Count("Skipped")} skipped.</p>
            {Each(runs, Run)}</header>
            <main>
            {Failures()}{Section("Profiles and requirements", Profiles())}{Section("Kubernetes and Helm", Versions())}{Section(
                "Every requirement can fail",
                Mutation()
            )}{Section("The judge and an API server", Oracle())}{Section("How long it took", Durations())}{Section("Skipped", Skipped())}</main>
            </body>
            </html>

            """;

    private static string Run(RunRecord run) =>
        $"""
            <p>{Encode(run.Project)}: {(
                run.Tests.Count == run.All ? $"all {run.All} tests" : $"<b>{run.Tests.Count} of {run.All} tests, chosen by a filter</b>"
            )}, in {Time((run.Ended - run.Began).TotalSeconds)}, ended on <time datetime="{run.Ended:yyyy-MM-ddTHH:mm:ssZ}">{run.Ended.ToString(
                "d MMMM yyyy, HH:mm:ss 'UTC'",
                CultureInfo.InvariantCulture
            )}</time>.</p>

            """;

    private static string Section(string title, string content) =>
        $"<section><h2>{title}</h2>\n{(content.Length > 0 ? content : "<p class=\"missing\">No data: the tests that show it were not in this run.</p>\n")}</section>\n";

    private string Failures() =>
        Count("Failed") == 0
            ? ""
            : $"<section><h2>Failed</h2>\n{Each(_tests.Where(test => test.Outcome == "Failed"), test => $"<details open><summary><b class=\"fail\" aria-hidden=\"true\">✗</b> {FullName(test)}</summary><pre>{Encode(test.Message)}</pre></details>\n")}</section>\n";

    private string Profiles()
    {
        var verdicts = _tests.Where(test => test.Has(Note.Verdict)).ToLookup(test => test.Arguments[0]);
        return verdicts.Count == 0
            ? ""
            : $"""
                <p><b class="pass">✓</b> holds, <span class="not-judged">○</span> given up by the profile, which says so, <span class="not-judged">–</span> not judged, <b class="fail">✗</b> not as the profile says.</p>
                {Matrix(
                    "Profiles and requirements",
                    "profile",
                    "name",
                    [.. Catalogue.All.Select(requirement => (requirement.Group, requirement.Identifier))],
                    verdicts.Select(profile =>
                    {
                        var byRequirement = profile.ToDictionary(test => test.Arguments[1]);
                        return (profile.Key, Catalogue.All.Select(requirement => Verdict(byRequirement.GetValueOrDefault(requirement.Identifier))));
                    })
                )}
                """;
    }

    private string Versions()
    {
        var cells = _tests.Where(test => test.Has(Note.Held)).ToLookup(test => (Helm: test.Arguments[1], Kubernetes: test.Arguments[2]));
        var columns = cells.Select(cell => cell.Key).OrderByDescending(key => Version.Parse(key.Helm)).ThenBy(key => Version.Parse(key.Kubernetes)).ToArray();
        return cells.Count == 0
            ? ""
            : $"""
                <p>How many of the {Catalogue.All.Count} requirements hold. What is missing is given up by the profile, or not judged then. An empty cell is not asked for.</p>
                {Matrix(
                    "Kubernetes and Helm",
                    "profile",
                    "version",
                    [.. columns.Select(column => ($"Helm {column.Helm}", column.Kubernetes))],
                    cells
                        .SelectMany(cell => cell)
                        .Select(test => test.Arguments[0])
                        .Distinct()
                        .Select(profile => (profile, columns.Select(column => Held(cells[column].FirstOrDefault(test => test.Arguments[0] == profile)))))
                )}
                """;
    }

    private string Mutation()
    {
        var mutation = _tests.FirstOrDefault(test => test.Has(Note.Mutants));
        var edits = _tests.Where(test => test.Has(Note.Red)).ToArray();
        if (mutation is null || edits.Length == 0)
        {
            return "";
        }

        var (all, explained, unexplained) = (mutation.Number(Note.Mutants), mutation.Number(Note.Explained), mutation.Number(Note.Unexplained));
        var killed = all - explained - unexplained;
        var kills = mutation.Notes[Note.Kills].Split(' ').Select(kill => kill.Split('=')).ToDictionary(kill => kill[0], kill => kill[1]);
        var red = edits.SelectMany(test => test.Notes[Note.Red].Split(' ')).CountBy(id => id).ToDictionary();
        return $"""
            <p>{killed} of {all} mutants turn a requirement red, {explained} do not and have a reason, {unexplained} do not and have none: <b>{Percent(
                killed,
                killed + unexplained
            )}</b> of those that should. A mutant is a flat file with one value deleted, changed or of another type.</p>
            <p>{edits.Count(test => test.Outcome == "Passed")} of {edits.Length} edits made by hand turn red exactly what they break.</p>
            {Table(
                ["requirement", "edits", "mutants"],
                Catalogue
                    .All.Select(requirement => requirement.Identifier)
                    .OrderBy(id => red.GetValueOrDefault(id))
                    .Select(id => new[] { $"<code>{id}</code>", $"{red.GetValueOrDefault(id)}", kills.GetValueOrDefault(id, "0") }),
                "How many turn each requirement red, the fewest first"
            )}
            """;
    }

    private string Oracle() =>
        Each(
            _tests.Where(test => test.Has(Note.Oracle)),
            test =>
                $"<p>Of {test.Number(Note.Asked)} damaged manifests an API server of Kubernetes {Encode(test.Notes[Note.Oracle])} refused {test.Number(Note.Refused)}. The judge says the same of {test.Number(Note.Agreed)}: <b>{Percent(test.Number(Note.Agreed), test.Number(Note.Asked))}</b>. Where it does not, a reason is written down.</p>\n"
        );

    private string Durations() =>
        _tests.Length == 0
            ? ""
            : $"""
                <p>{Time(_tests.Sum(test => test.Seconds))} of tests, several at a time; each with all that it waited for.</p>
                {Table(
                    ["seconds", "test"],
                    _tests.OrderByDescending(test => test.Seconds).Take(SlowestCount).Select(test => new[] { Seconds(test.Seconds), FullName(test) }),
                    $"The {Math.Min(SlowestCount, _tests.Length)} slowest tests"
                )}{Table(
                    ["seconds", "tests", "class"],
                    _tests
                        .GroupBy(test => test.Class)
                        .OrderByDescending(tests => tests.Sum(test => test.Seconds))
                        .Select(tests => new[] { Seconds(tests.Sum(test => test.Seconds)), $"{tests.Count()}", Encode(tests.Key) }),
                    "By class"
                )}
                """;

    // A run in which nothing was skipped has all the data that there can be.
    private string Skipped() =>
        _tests.Length == 0 ? ""
        : Count("Skipped") == 0 ? "<p>Nothing.</p>\n"
        : Each(
            _tests.Where(test => test.Outcome == "Skipped").GroupBy(test => test.Message).OrderByDescending(tests => tests.Count()),
            tests =>
                $"<details><summary>{tests.Count()}: {Encode(tests.Key)}</summary><ul>\n{Each(tests, test => $"<li>{FullName(test)}</li>\n")}</ul></details>\n"
        );

    private static string Verdict(TestRecord? test) =>
        test is null ? "<td></td>"
        : test.Outcome == "Passed" ? Marks[test.Notes[Note.Verdict]]
        : """<td class="fail"><span role="img" aria-label="not as the profile says">✗</span></td>""";

    private static string Held(TestRecord? test) =>
        test is null ? "<td></td>" : $"<td{(test.Outcome == "Passed" ? "" : " class=\"fail\"")}>{test.Number(Note.Held)}</td>";

    private static string Matrix(
        string label,
        string corner,
        string head,
        (string Group, string Name)[] columns,
        IEnumerable<(string Name, IEnumerable<string> Cells)> rows
    ) =>
        $"""
            <div class="matrix words" role="region" aria-label="{label}" tabindex="0"><table>
            <thead><tr><td></td>{Each(
                columns.CountBy(column => column.Group),
                group => $"<th scope=\"colgroup\" class=\"group\" colspan=\"{group.Value}\">{group.Key}</th>"
            )}</tr>
            <tr><th scope="col" class="corner">{corner}</th>{Each(
                columns,
                column => $"<th scope=\"col\" class=\"{head}\"><span>{column.Name}</span></th>"
            )}</tr></thead><tbody>
            {Each(rows, row => $"<tr><th scope=\"row\">{Encode(row.Name)}</th>{string.Concat(row.Cells)}</tr>\n")}</tbody></table></div>

            """;

    private static string Table(string[] heads, IEnumerable<string[]> rows, string caption) =>
        $"""
            <details><summary>{caption}</summary><table class="list">
            <thead><tr>{Each(heads, head => $"<th scope=\"col\">{head}</th>")}</tr></thead><tbody>
            {Each(rows, row => $"<tr>{Each(row, cell => $"<td>{cell}</td>")}</tr>\n")}</tbody></table></details>

            """;

    private int Count(string outcome) => _tests.Count(test => test.Outcome == outcome);

    private static string FullName(TestRecord test) => $"{Encode(test.Class)}: {Encode(test.Name)}";

    private static string Seconds(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

    private static string Time(double seconds) =>
        seconds < 100 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s") : $"{(int)seconds / 60} min {(int)seconds % 60} s";

    private static string Each<T>(IEnumerable<T> items, Func<T, string> write) => string.Concat(items.Select(write));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
