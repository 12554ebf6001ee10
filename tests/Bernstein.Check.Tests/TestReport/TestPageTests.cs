using System.Text.RegularExpressions;
using Bernstein.Check.Requirements;
using Bernstein.TestReport;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests.TestReport;

/// <summary>The page of a run says what the run has shown, and no more.</summary>
public sealed partial class TestPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A run with something for every section.</summary>
    private static readonly TestRecord[] Everything =
    [
        Test("Profiles", "holds", 0.5, ["defaults", "poll.image"], (Note.Verdict, "Pass")),
        Test("Profiles", "gives up", 0.5, ["modern", "poll.image"], (Note.Verdict, "Fail")),
        Test("Profiles", "is not judged", 0.5, ["modern", "wiring.votes-table"], (Note.Verdict, "NotJudged")),
        Test("Versions", "new", 1, ["defaults", "4.1.4", "1.35"], (Note.Held, "105")),
        Test("Versions", "old", 1, ["modern", "3.9.4", "1.19"], (Note.Held, "84")),
        Test("Edits", "one", 1, ["an edit"], (Note.Red, "poll.image wiring.votes-table")),
        Test("Edits", "two", 1, ["another edit"], (Note.Red, "poll.image")),
        Test(
            "Mutants",
            "all",
            90,
            [],
            (Note.Mutants, "1000"),
            (Note.Explained, "40"),
            (Note.Unexplained, "10"),
            (Note.Kills, "poll.image=300 poll.memory=7")
        ),
        Test("Oracle", "agrees", 2, ["1.24"], (Note.Oracle, "1.24"), (Note.Asked, "400"), (Note.Refused, "300"), (Note.Agreed, "390")),
        Test("Cluster", "needs <one>", 0, []) with
        {
            Outcome = "Skipped",
            Message = "no KUBECONFIG & no cluster",
        },
    ];

    [Test]
    public void Every_section_shows_what_the_tests_have_noted()
    {
        var sections = Sections(Page(Everything));
        sections["Profiles and requirements"]
            .ShouldSatisfyAllConditions(
                section => Cells(section, "defaults").Count(cell => cell == "✓").ShouldBe(1),
                section => Cells(section, "defaults")[At("poll.image")].ShouldBe("✓"),
                section => Cells(section, "modern")[At("poll.image")].ShouldBe("○"),
                section => Cells(section, "modern")[At("wiring.votes-table")].ShouldBe("–")
            );
        sections["Kubernetes and Helm"]
            .ShouldSatisfyAllConditions(
                section => Cells(section, "defaults").ShouldBe(["105", ""]),
                section => Cells(section, "modern").ShouldBe(["", "84"])
            );
        sections["Every requirement can fail"]
            .ShouldSatisfyAllConditions(
                section =>
                    section.ShouldContain(
                        "950 of 1000 mutants turn a requirement red, 40 do not and have a reason, 10 do not and have none"
                    ),
                section => section.ShouldContain("<b>99.0 %</b> of those that should"),
                section => section.ShouldContain("2 of 2 edits made by hand"),
                section => section.ShouldContain("<td><code>poll.image</code></td><td>2</td><td>300</td>"),
                section => section.ShouldContain("<td><code>poll.memory</code></td><td>0</td><td>7</td>"),
                section => section.ShouldContain("<td><code>wiring.votes-table</code></td><td>1</td><td>0</td>")
            );
        sections["The judge and an API server"]
            .ShouldContain(
                "Of 400 damaged manifests an API server of Kubernetes 1.24 refused 300. The judge says the same of 390: <b>97.5 %</b>"
            );
        sections["How long it took"]
            .ShouldSatisfyAllConditions(
                section => section.ShouldContain("97.5 s of tests"),
                section => section.ShouldContain("<td>90.00</td><td>Mutants: all</td>"),
                section => section.ShouldContain("<td>1.50</td><td>3</td><td>Profiles</td>")
            );
        sections["Skipped"].ShouldContain("1: no KUBECONFIG &amp; no cluster</summary><ul>\n<li>Cluster: needs &lt;one&gt;</li>");
        sections.Keys.ShouldNotContain("Failed");
        Page(Everything).ShouldContain("9 passed, 0 failed, 1 skipped.");
        Page(Everything).ShouldNotContain("No data");
    }

    [TestCase(Note.Verdict, "Profiles and requirements")]
    [TestCase(Note.Held, "Kubernetes and Helm")]
    [TestCase(Note.Red, "Every requirement can fail")]
    [TestCase(Note.Mutants, "Every requirement can fail")]
    [TestCase(Note.Oracle, "The judge and an API server")]
    public void A_section_without_data_is_red_and_says_so(string note, string section)
    {
        var sections = Sections(Page([.. Everything.Where(test => !test.Has(note))]));
        sections[section].ShouldContain("<p class=\"missing\">No data");
        sections.Where(other => other.Value.Contains("No data")).Select(other => other.Key).ShouldBe([section]);
    }

    [Test]
    public void A_run_of_nothing_has_no_section_with_data() =>
        Sections(Page([])).Values.ShouldAllBe(section => section.Contains("<p class=\"missing\">No data"));

    [Test]
    public void A_test_that_fails_is_told_first_and_marks_its_cell()
    {
        var failed = Everything.Select(test => test with { Outcome = "Failed", Message = "expected <this>" }).ToArray();
        var sections = Sections(Page(failed));
        sections.Keys.First().ShouldBe("Failed");
        sections["Failed"].ShouldContain("Profiles: holds</summary><pre>expected &lt;this&gt;</pre>");
        Cells(sections["Profiles and requirements"], "defaults")[At("poll.image")].ShouldBe("✗");
        sections["Kubernetes and Helm"].ShouldContain("<td class=\"fail\">105</td>");
        sections["Every requirement can fail"].ShouldContain("0 of 2 edits made by hand");
    }

    [Test]
    public void A_run_with_a_filter_says_how_much_it_ran()
    {
        Page(Everything)
            .ShouldContain(
                "<p>Project: all 10 tests, in 1 min 53 s, ended on <time datetime=\"2026-01-31T12:00:00Z\">31 January 2026, 12:00:00 UTC"
            );
        Page(Everything, all: 3000).ShouldContain("<b>10 of 3000 tests, chosen by a filter</b>");
    }

    [Test]
    public void The_page_asks_nothing_of_anybody() => Outside().Matches(Page(Everything)).ShouldBeEmpty();

    [Test]
    public void Projects_of_one_session_share_the_page_in_whatever_order_they_end()
    {
        using var folder = new TemporaryFolder();
        RunReport.WritePage(folder.Path, Run("Old", "yesterday", []));
        RunReport.WritePage(folder.Path, Run("One", "today", Everything[..5]));
        var page = RunReport.WritePage(folder.Path, Run("Two", "today", Everything[5..]));
        var text = File.ReadAllText(page);
        text.ShouldNotContain("<p>Old: ");
        (text.IndexOf("<p>One: ", StringComparison.Ordinal), text.IndexOf("<p>Two: ", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            places => places.Item1.ShouldBePositive(),
            places => places.Item2.ShouldBeGreaterThan(places.Item1)
        );
        Sections(text).ShouldBe(Sections(Page(Everything)));
        RunReport.WritePage(folder.Path, Run("One", "tomorrow", Everything[..5]));
        File.ReadAllText(page).ShouldNotContain("<p>Two: ");
    }

    [Test]
    public void What_a_test_notes_is_kept_with_its_result()
    {
        TestRecord
            .Of(Isolated.Run(() => Note.Set(Note.Held, 105)).MakeTestResult())
            .ShouldSatisfyAllConditions(
                record => record.Class.ShouldBe(nameof(TestPageTests)),
                record => record.Name.ShouldBe(nameof(What_a_test_notes_is_kept_with_its_result)),
                record => record.Number(Note.Held).ShouldBe(105),
                record => record.Notes.Count.ShouldBe(1)
            );
    }

    private static string Page(TestRecord[] tests, int? all = null) => $"{new TestPage([Run("Project", "session", tests, all)])}";

    private static RunRecord Run(string project, string session, TestRecord[] tests, int? all = null) =>
        new(project, session, Noon.AddSeconds(-113), Noon, all ?? tests.Length, tests);

    private static TestRecord Test(
        string type,
        string name,
        double seconds,
        string[] arguments,
        params (string Key, string Value)[] notes
    ) => new(type, name, "Passed", seconds, "", arguments, notes.ToDictionary(note => note.Key, note => note.Value));

    private static Dictionary<string, string> Sections(string page) =>
        Section().Matches(page).ToDictionary(section => section.Groups[1].Value, section => section.Groups[2].Value);

    private static string[] Cells(string section, string row) =>
        [
            .. Cell()
                .Matches(Regex.Match(section, $"<th scope=\"row\">{row}</th>(.*)</tr>").Groups[1].Value)
                .Select(cell => Tag().Replace(cell.Groups[1].Value, "")),
        ];

    private static int At(string identifier) =>
        Catalogue.All.Index().Single(requirement => requirement.Item.Identifier == identifier).Index;

    [GeneratedRegex("<section><h2>(.*?)</h2>(.*?)</section>", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("<td[^>]*>(.*?)</td>")]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(src|href)=|url\\(|@import|<script|<link", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
