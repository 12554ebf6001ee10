using System.Text.Json;
using System.Xml.Linq;
using Bernstein.Chart.Tests.Commands;
using Bernstein.Check;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Judge;

/// <summary>What scripts/check says, and with what it ends: as it is called for each way to end, and within this process for all else.</summary>
public sealed class CheckTests
{
    private const string Hostile = "<script>alert(1)</script>|*_`";

    private readonly TemporaryFolder _folder = new();

    private static string Reference => Project.In("tests", "Bernstein.Chart.Tests", "Submissions", "reference");

    private string Broken => _folder.In("broken");

    [SetUp]
    public void Write() =>
        Copy("broken", ("poll.deployment.yaml", text => text.Replace("memory: 128M", "memory: 128Mi", StringComparison.Ordinal)));

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void All_requirements_hold()
    {
        var result = Call(Reference, "--kube-version", "1.22");
        (result.ExitCode, result.Output.TrimEnd().Split('\n')[^1]).ShouldBe((0, "105 passed, 0 failed"));
    }

    [Test]
    public void A_failure_is_told_with_file_line_and_mend()
    {
        var result = Call("broken");
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain(
            "poll: 8 of 9\n  ✗ poll.memory  The memory of poll is limited to 128M.\n      poll.deployment.yaml:42: resources.limits.memory is 128Mi (134,217,728 bytes); asked for is 128M (128,000,000 bytes)\n      Mend: Set resources.limits.memory: 128M"
        );
        result.Output.TrimEnd().Split('\n')[^2..].ShouldBe(["1 not judged", "103 passed, 1 failed"]);
        result.Output.ShouldNotContain("\e[");
    }

    [Test]
    public void Several_folders_get_a_row_each()
    {
        var result = Check(Broken, Reference);
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldMatch(@"broken +103 +1 +poll\.memory\n");
        result.Output.TrimEnd().Split('\n')[^1].ShouldBe("207 passed, 1 failed");
    }

    [Test]
    public void A_folder_that_is_not_there_does_not_keep_the_others_from_being_judged()
    {
        var result = Call("nowhere", Reference, "--format", "json");
        (result.ExitCode, result.Error).ShouldBe((2, "check: there is no folder nowhere\n"));
        JsonDocument.Parse(result.Output).RootElement.GetArrayLength().ShouldBe(1);
    }

    [TestCase("name a folder of manifests", new string[0])]
    [TestCase("--format is xml. Must be one of text, json, junit, markdown, html", "broken", "--format", "xml")]
    [TestCase("--kube-version is new: a version such as 1.22 is expected", "broken", "--kube-version", "new")]
    [TestCase("there is no option --colour", "broken", "--colour")]
    public void A_command_line_that_is_wrong_is_refused(string message, params string[] arguments)
    {
        var result = Check(arguments);
        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Error.ShouldContain(message);
    }

    [Test]
    public void A_folder_without_manifests_is_not_judged()
    {
        var empty = Directory.CreateDirectory(_folder.In("empty")).FullName;
        Check(empty).ShouldBe((2, "", $"check: there is no .yaml, .yml or .json file in {empty}\n"));
    }

    [Test]
    public void Colours_and_progress_are_for_a_terminal()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        new CheckCommand(output, error) { IsColoured = true, IsWatched = true }
            .Run([Broken])
            .ShouldBe(1);
        (output.ToString().Contains("\e[", StringComparison.Ordinal), error.ToString()).ShouldBe((true, ""));
        new CheckCommand(output, error) { IsWatched = true }
            .Run([Broken, Reference])
            .ShouldBe(1);
        error.ToString().ShouldEndWith("2 of 2 folders\n");
    }

    [Test]
    public void Json_has_an_element_for_each_folder_and_in_it_one_for_each_requirement()
    {
        var folder = JsonDocument.Parse(Check(Broken, "--format", "json").Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        folder.GetProperty("folder").GetString().ShouldBe(Broken);
        (folder.GetProperty("passed").GetInt32(), folder.GetProperty("failed").GetInt32()).ShouldBe((103, 1));
        var requirements = folder.GetProperty("requirements").EnumerateArray().ToArray();
        requirements
            .Select(requirement => requirement.GetProperty("id").GetString())
            .ShouldBe(Catalogue.All.Select(requirement => requirement.Identifier));
        var failed = requirements.Single(requirement => requirement.GetProperty("status").GetString() == "fail");
        failed
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["id", "severity", "status", "message", "file", "line", "mend"]);
        (
            failed.GetProperty("severity").GetString(),
            failed.GetProperty("file").GetString(),
            failed.GetProperty("line").GetInt32()
        ).ShouldBe(("letter", "poll.deployment.yaml", 42));
        requirements
            .Single(requirement => requirement.GetProperty("id").GetString() == "wiring.ingress-api")
            .GetProperty("status")
            .GetString()
            .ShouldBe("not-judged");
    }

    [Test]
    public void JUnit_has_a_case_for_each_requirement()
    {
        var suite = XDocument.Parse(Check(Broken, "--format", "junit").Output).Root!.Elements("testsuite").ShouldHaveSingleItem();
        ((int)suite.Attribute("tests")!, (int)suite.Attribute("failures")!, (int)suite.Attribute("skipped")!).ShouldBe((105, 1, 1));
        suite.Elements("testcase").Single(test => test.Element("failure") is not null).Attribute("name")!.Value.ShouldBe("poll.memory");
    }

    [TestCase("html")]
    [TestCase("markdown")]
    [TestCase("junit")]
    public void What_a_file_says_cannot_become_part_of_the_report(string format)
    {
        Copy("hostile", ("poll.deployment.yaml", text => text.Replace("memory: 128M", $"memory: '{Hostile}'", StringComparison.Ordinal)));
        var output = Check(_folder.In("hostile"), "--format", format).Output;
        output.ShouldContain("alert(1)");
        output.ShouldNotContain("<script>");
    }

    [Test]
    public void Documents_in_other_files_are_judged_where_they_stand()
    {
        Directory.CreateDirectory(_folder.In("spread/all"));
        File.WriteAllText(
            _folder.In("spread/all/everything.yaml"),
            string.Join("---\n", Directory.GetFiles(Reference).Select(File.ReadAllText))
        );
        Check(_folder.In("spread"))
            .Output.ShouldContain("there is no file poll.deployment.yaml; Deployment poll stands in all/everything.yaml:");
        var result = Check(_folder.In("spread"), "--spread");
        result.Output.TrimEnd().Split('\n')[^1].ShouldBe("85 passed, 19 failed");
        result.Output.ShouldContain("files: 0 of 19");
    }

    [Test]
    public void The_page_shows_its_matrix_in_a_browser()
    {
        if (Browser.Path is not { } browser)
        {
            Assert.Ignore(Browser.Missing);
            return;
        }

        File.WriteAllText(_folder.In("report.html"), Check(Broken, Reference, "--format", "html").Output);
        var result = new Command(
            browser,
            [.. Browser.Quiet(_folder.In("profile")), "--dump-dom", new Uri(_folder.In("report.html")).AbsoluteUri]
        ).Run();
        var cells = System.Text.RegularExpressions.Regex.Matches(result.Output, "<td class=\"(pass|fail|not-judged)");
        cells.Count.ShouldBe(2 * 105);
        result.Output.ShouldContain("<a href=\"#f0-poll.memory\" aria-label=\"poll.memory: does not hold\">✗</a>");
        result.Output.ShouldContain("id=\"f0-poll.memory\"");
        result.Output.ShouldNotMatch("(src|href)=\"https?:");
    }

    [Test]
    public void It_says_how_it_is_used() => Check("--help").Output.ShouldContain("scripts/check [<FOLDER>...] [options]");

    private static (int ExitCode, string Output, string Error) Check(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = new CheckCommand(output, error).Run(arguments);
        return (exitCode, output.ToString(), error.ToString());
    }

    private CommandResult Call(params string[] arguments) =>
        new Command(Project.In("scripts", "check"), arguments)
        {
            WorkingDirectory = _folder.Path,
            // The tests' own build, so that they never build while others run.
            Environment = new Dictionary<string, string> { ["BERNSTEIN_CHECK"] = typeof(Assessment).Assembly.Location },
        }.TryRun();

    private void Copy(string name, params (string File, Func<string, string> Edit)[] edits)
    {
        Directory.CreateDirectory(_folder.In(name));
        foreach (var path in Directory.GetFiles(Reference))
        {
            var text = File.ReadAllText(path);
            var edit = edits.FirstOrDefault(candidate => candidate.File == Path.GetFileName(path)).Edit;
            File.WriteAllText(Path.Combine(_folder.In(name), Path.GetFileName(path)), edit is null ? text : edit(text));
        }
    }
}
