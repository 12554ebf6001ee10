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
    public void The_requirements_are_listed()
    {
        var result = Check("--list-requirements");
        (result.ExitCode, result.Error).ShouldBe((0, ""));
        result.Output.ShouldContain("| poll.memory | The memory of poll is limited to 128M. |");
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
}
