using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests;

/// <summary>What the command line says, and with what it ends.</summary>
public sealed class CheckCommandTests
{
    private readonly TemporaryFolder _folder = new();

    private static string Reference => Project.In("src", "Bernstein.Check", "Example");

    private string Broken => _folder.In("broken");

    [SetUp]
    public void Write()
    {
        Directory.CreateDirectory(Broken);
        var broken = Sample.Reference.With("poll.deployment.yaml", "memory: 128M", "memory: 128Mi");
        foreach (var (name, text) in broken.Files)
        {
            File.WriteAllText(Path.Combine(Broken, name), text);
        }
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Several_folders_get_a_row_each()
    {
        var result = Check(Broken, Reference);
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldMatch(@"broken +103 +1 +poll\.memory\n");
        result.Output.TrimEnd().Split('\n')[^1].ShouldBe("207 passed, 1 failed");
    }

    [TestCase("name a folder of manifests", new string[0])]
    [TestCase("--format is xml. Must be one of text, json, junit, markdown, html, sarif, csv", "broken", "--format", "xml")]
    [TestCase("--kube-version is new: a version such as 1.22 is expected", "broken", "--kube-version", "new")]
    [TestCase("--kube-version is 29.4: a version such as 1.22 is expected", "broken", "--kube-version", "29.4")]
    [TestCase("--kube-version is 1.2x: a version such as 1.22 is expected", "broken", "--kube-version", "1.2x")]
    [TestCase("--fail-on is 1. Must be one of any, letter, nothing", "broken", "--fail-on", "1")]
    [TestCase("--since compares one hand-in with an older one, and 2 are named", "a", "b", "--since", "c")]
    [TestCase("--points is for --format csv, and the format is text", "broken", "--points", "c")]
    [TestCase("there is no option --colour", "broken", "--colour")]
    [TestCase("--only is wiring.schem: there is no such requirement (did you mean wiring.schema?)", "broken", "--only", "wiring.schem")]
    [TestCase("--only says which requirements are judged", "broken", "--only", "poll.image", "--production")]
    public void A_command_line_that_is_wrong_is_refused(string message, params string[] arguments)
    {
        var result = Check(arguments);
        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Error.ShouldContain(message);
    }

    [Test]
    public void Any_manifests_are_judged_by_what_an_API_server_refuses_alone()
    {
        File.WriteAllText(_folder.In("any.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: 1}\n");
        var result = Check(_folder.In("any.yaml"), "--only", "wiring.schema");
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("any.yaml:4: ConfigMap a.data.b is 1; asked for is a text (in quotes)");
        result.Output.ShouldEndWith("0 passed, 1 failed\n");
    }

    [Test]
    public void Some_requirements_are_judged_alone_with_commas_between_them() =>
        Check(Reference, "--only", "Poll.Memory,wiring.schema", "--fail-on", "any").Output.ShouldEndWith("2 passed, 0 failed\n");

    [TestCase("1.19", "pass")]
    [TestCase("v1.29.4-gke.1043000", "pass")]
    [TestCase("1.28.5+k3s1", "pass")]
    [TestCase("1.27.3-eks-a5565ad", "pass")]
    [TestCase("1.24+", "pass")]
    [TestCase("1.35.0-alpha.1", "pass")]
    [TestCase("1.18", "fail")]
    public void Versions_are_taken_as_vendors_write_them(string version, string ingress)
    {
        var result = Check(Reference, "--kube-version", version, "--format", "JSON");
        JsonDocument
            .Parse(result.Output)
            .RootElement[0]
            .GetProperty("requirements")
            .EnumerateArray()
            .Single(requirement => requirement.GetProperty("id").GetString() == "wiring.ingress-api")
            .GetProperty("status")
            .GetString()
            .ShouldBe(ingress);
    }

    [TestCase("text", "✗ production.backup", "production: 0 of 11")]
    [TestCase("json", "\"severity\": \"production\"", "\"id\": \"production.pod-security\"")]
    [TestCase("junit", "tests=\"116\" failures=\"11\"", "classname=\"production\" name=\"production.pod-security\"")]
    [TestCase("markdown", "| 104 | 11 | 1 |", "| production.pod-security | poll.deployment.yaml:")]
    [TestCase("html", "colspan=\"11\">production</th>", "id=\"f0-production.pod-security\"")]
    [TestCase("sarif", "\"ruleId\": \"production.pod-security\"", "\"ruleIndex\": 105")]
    [TestCase("csv", ",production.backup", ",fail,fail,fail,fail,fail,fail,fail,fail,fail,fail,fail\n")]
    public void What_production_needs_is_told_in_every_format_where_it_is_asked_for_and_nowhere_else(string format, params string[] told)
    {
        var (without, with) = (Check(Reference, "--format", format), Check(Reference, "--format", format, "--production"));
        (without.ExitCode, with.ExitCode, Check(Reference, "--production", "--fail-on", "letter").ExitCode).ShouldBe((0, 1, 0));
        without.Output.ShouldNotContain("production");
        foreach (var text in told)
        {
            with.Output.ShouldContain(text);
        }
    }

    [Test]
    public void Points_are_given_for_production_where_it_is_asked_for()
    {
        var points = _folder.In("points");
        File.WriteAllText(points, "production.* 2\n");
        Check(Reference, "--production", "--format", "csv", "--points", points).Output.ShouldContain(",104,126,104,11,1,");
        Check(Reference, "--format", "csv", "--points", points).Error.ShouldContain("there is no requirement production.*");
    }

    [Test]
    public void A_requirement_of_production_is_explained_and_listed_where_it_is_asked_for()
    {
        Check("--explain", "production.pod-security").Output.ShouldContain("allowPrivilegeEscalation: true");
        Check("--list-requirements").Output.ShouldNotContain("production");
        Check("--list-requirements", "--production").Output.ShouldContain("## production");
    }

    [Test]
    public void One_flat_file_is_held_to_what_it_says_alone()
    {
        var result = Check(Path.Combine(Reference, "poll.deployment.yaml"), "--production");
        result.Output.ShouldContain("✗ production.probes");
        result.Output.ShouldNotContain("✗ production.network-policy");
        result.Output.ShouldNotContain("✗ production.availability");
    }

    [TestCase("any", 1, 1)]
    [TestCase("Letter", 1, 0)]
    [TestCase("nothing", 0, 0)]
    public void What_fails_can_be_chosen(string failOn, int ofLetter, int ofWiring)
    {
        Check(Broken, "--fail-on", failOn).ExitCode.ShouldBe(ofLetter);
        File.WriteAllText(Path.Combine(Broken, "poll.deployment.yaml"), Sample.Reference.Files["poll.deployment.yaml"]);
        File.WriteAllText(
            Path.Combine(Broken, "more.yaml"),
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 0}]}\n"
        );
        Check(Broken, "--fail-on", failOn).ExitCode.ShouldBe(ofWiring);
        Check(Broken, _folder.In("nowhere"), "--fail-on", failOn).ExitCode.ShouldBe(2);
    }

    [Test]
    public void Standard_input_holds_the_whole_deployment_without_its_files()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("---\n", Sample.Reference.Files.Values)));
        using var output = new StringWriter { NewLine = "\n" };
        new CheckCommand(output, TextWriter.Null) { Input = () => input }
            .Run(["-", "--kube-version", "1.22"])
            .ShouldBe(0);
        output.ToString().ShouldStartWith("files: not judged: one file was named, and no folder\nredis: 6 of 6\n");
        output.ToString().ShouldEndWith("19 not judged\n86 passed, 0 failed\n");
    }

    [Test]
    public void A_flat_file_alone_is_judged_on_what_stands_in_it()
    {
        Check(Path.Combine(Reference, "poll.deployment.yaml")).ExitCode.ShouldBe(0);
        var result = Check(Path.Combine(Broken, "poll.deployment.yaml"));
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("✗ poll.memory");
        result.Output.ShouldContain("redis: not judged: it is judged on files that were not named\n");
        result.Output.TrimEnd().Split('\n')[^1].ShouldEndWith(" passed, 1 failed");
    }

    [Test]
    public void Files_that_a_shell_wrote_out_are_one_hand_in()
    {
        File.WriteAllText(Path.Combine(Broken, "notes.txt"), "mine");
        var named = Directory.GetFiles(Broken, "*.yaml").Order(StringComparer.Ordinal).ToArray();
        var result = Check(named);
        (result.ExitCode, result.Output).ShouldBe((1, Check(Broken).Output));
        result.Error.ShouldBe($"check: the 20 files of {Broken} are judged as one hand-in: name the folder, not its files\n");
        Check([Reference, .. named]).Output.ShouldBe(Check(Reference, Broken).Output);

        // One that is left out was left out on purpose, and files of other names may be one for each student.
        Check(named[1..]).Output.ShouldContain("poll.deployment.yaml ");
        File.WriteAllText(_folder.In("alice.yaml"), Sample.Reference.Files["poll.service.yaml"]);
        File.WriteAllText(_folder.In("bob.yaml"), Sample.Reference.Files["poll.service.yaml"]);
        Check(_folder.In("alice.yaml"), _folder.In("bob.yaml")).Error.ShouldBe("");
    }

    [TestCase("class", "class/*/", "ana", "ben")]
    [TestCase("class", "class/2026/*/", "2026/ana", "2026/ben/manifests")]
    public void A_class_is_no_hand_in(string named, string pattern, string first, string second)
    {
        Copy(Reference, $"class/{first}");
        Copy(Broken, $"class/{second}");
        var (exitCode, output, error) = Check(_folder.In(named));
        exitCode.ShouldBe(2);
        error.ShouldContain($"holds 2 hand-ins, such as {first} and {second}: name each folder, as in scripts/check {_folder.In(pattern)}");
        output.ShouldEndWith("\n0 passed, 0 failed\n");
    }

    [Test]
    public void A_folder_for_each_component_is_a_hand_in()
    {
        foreach (var file in Directory.GetFiles(Reference))
        {
            var component = Path.GetFileName(file).Split('.')[0];
            Directory.CreateDirectory(_folder.In($"parts/{component}"));
            File.Copy(file, _folder.In($"parts/{component}/{Path.GetFileName(file)}"));
        }

        Check(_folder.In("parts")).Output.ShouldEndWith(" passed, 19 failed\n");
    }

    [Test]
    public void A_file_beside_the_folders_is_no_hand_in()
    {
        var notes = _folder.In("grades.csv");
        File.WriteAllText(notes, "ana,12\n");
        Check(Reference, Broken, notes)
            .ShouldBe((1, Check(Reference, Broken).Output, $"check: {notes} is left out: it is no folder and no manifest\n"));
        Check(notes).ExitCode.ShouldBe(2);
    }

    [Test]
    public void What_stands_behind_two_dashes_is_a_folder()
    {
        Check("--", "-x").Error.ShouldContain("-x");
        Check("--", "-x").Output.ShouldContain("./-x: not judged");
        Check("-x").Error.ShouldContain("there is no option -x (see --help); a folder of that name stands behind --");
        Check("--", Reference).ExitCode.ShouldBe(0);
    }

    [Test]
    public void An_older_hand_in_is_compared_with() =>
        Check(Reference, "--since", Broken).Output.ShouldStartWith($"since {Broken}: mended: poll.memory\n");

    [TestCase("poll.memory 2.5 # hard\n\nwiring.*; 0.5\ntotal = 20\n", "")]
    [TestCase("poll.memory\n", ":1: asked for is a name and a number that is not negative")]
    [TestCase("* 1\npoll.memory -1\n", ":2: asked for is a name and a number that is not negative")]
    [TestCase("poll.memori 1\n", ":1: there is no requirement poll.memori (did you mean poll.memory?)")]
    public void Points_come_from_a_file(string text, string fault)
    {
        File.WriteAllText(_folder.In("points"), text);
        var result = Check(Broken, "--format", "csv", "--points", _folder.In("points"));
        result.ExitCode.ShouldBe(fault.Length == 0 ? 1 : 2);
        result.Error.ShouldContain(fault);
        // 87 and 2.5 of the letter, 16 halves of wiring.
        (fault.Length > 0 || result.Output.Contains($"{Broken},19.49,20,", StringComparison.Ordinal)).ShouldBeTrue(result.Output);
    }

    [Test]
    public void A_folder_without_manifests_is_not_judged()
    {
        var empty = Directory.CreateDirectory(_folder.In("empty")).FullName;
        var reason = $"there is no .yaml, .yml or .json file in {empty}";
        Check(empty).ShouldBe((2, $"{empty}: not judged, because {reason}\n0 passed, 0 failed\n", $"check: {reason}\n"));
    }

    [Test]
    public void Colours_and_progress_are_for_a_terminal()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        new CheckCommand(output, error) { IsColoured = true, IsWatched = true }
            .Run([Broken])
            .ShouldBe(1);
        (output.ToString().Contains("\e[", StringComparison.Ordinal), error.ToString()).ShouldBe((true, ""));
        new CheckCommand(output, error) { IsWatched = true }
            .Run([Broken, Reference])
            .ShouldBe(1);
        error.ToString().ShouldEndWith("2 of 2\n");
    }

    [Test]
    public void Documents_in_other_files_are_judged_where_they_stand()
    {
        Directory.CreateDirectory(_folder.In("spread/all"));
        File.WriteAllText(
            _folder.In("spread/all/everything.yaml"),
            string.Join("---\n", Directory.GetFiles(Reference).Select(File.ReadAllText))
        );
        var (plain, result) = (Check(_folder.In("spread")), Check(_folder.In("spread"), "--spread"));
        plain.Output.ShouldBe(
            "everything is in all/everything.yaml: each document is judged in the flat file that it belongs to, as with --spread\n"
                + result.Output
        );
        result.Output.TrimEnd().Split('\n')[^1].ShouldBe("85 passed, 19 failed");
        result.Output.ShouldContain("files: 0 of 19");
    }

    [Test]
    public void A_requirement_is_explained()
    {
        var result = Check("--explain", "WIRING.rollout");
        (result.ExitCode, result.Error).ShouldBe((0, ""));
        result.Output.ShouldStartWith("wiring.rollout: ");
        result.Output.ShouldContain("Read on: https://kubernetes.io/docs/");

        var refused = Check("--explain", "poll.memmory");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("there is no such requirement (did you mean poll.memory?)");
    }

    [Test]
    public void A_mended_copy_is_written_and_holds()
    {
        var copy = _folder.In("mended");
        var result = Check(_folder.In("broken"), "--fix", copy);
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain($"edits are made in {copy}; judge it too");
        Check(copy).ExitCode.ShouldBe(0);

        var again = Check(_folder.In("broken"), "--fix", copy);
        again.ExitCode.ShouldBe(2);
        again.Error.ShouldContain("is not empty: a mended copy is written into a new directory");
        Check(_folder.In("broken"), copy, "--fix", _folder.In("other")).Error.ShouldContain("--fix mends one folder");
        Directory.Exists(_folder.In("other")).ShouldBeFalse();
    }

    [Test]
    public void What_has_one_cause_is_told_once_and_what_hangs_on_it_where_that_stands()
    {
        var file = Path.Combine(Broken, "poll.deployment.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("kind: Deployment", "kind: deployment"));

        var text = Check(Broken).Output;

        text.Split("holds deployment poll, and no Deployment").Length.ShouldBe(2, "a text that stands once has two sides");
        text.ShouldContain("  ✗ poll.replicas  poll runs 2 instances.\n      Mended with poll.image.\n");
        text.ShouldContain("did you mean Deployment?", customMessage: "the same cause in other words is told");
    }

    [Test]
    public void The_requirements_are_listed()
    {
        var result = Check("--list-requirements");
        (result.ExitCode, result.Error).ShouldBe((0, ""));
        result.Output.ShouldMatch(@"\n- \[poll\.memory\]\(https:[^)]+\): The memory of poll is limited to 128M\.\n  Why: ");
    }

    [Test]
    public void It_says_how_it_is_used() => Check("--help").Output.ShouldContain("bernstein-check [<FOLDER>...] [options]");

    private void Copy(string folder, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.In(name))!);
        _folder.Copy(folder, name);
    }

    private static (int ExitCode, string Output, string Error) Check(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = new CheckCommand(output, error).Run(arguments);
        return (exitCode, output.ToString(), error.ToString());
    }
}
