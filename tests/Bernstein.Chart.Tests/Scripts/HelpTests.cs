namespace Bernstein.Chart.Tests.Scripts;

/// <summary>What every script has in common.</summary>
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class HelpTests
{
    // The help of scripts/check is that of the judge.
    private static IEnumerable<string> Names() =>
        Directory
            .EnumerateFiles(Project.In("scripts"))
            .Select(path => Path.GetFileName(path)!)
            .Append("tools/bring")
            .Where(name => name != "check")
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void Help_shows_how_it_is_called_with_an_example(string name)
    {
        var help = new Command(Project.In("scripts", name), ["--help"]).Run().Output;
        help.Split('\n')[0].ShouldStartWith("usage: ");
        Regex.Matches(help, $@"^  .*\bscripts/{name}\b.*$", RegexOptions.Multiline).ShouldNotBeEmpty("an example, in a line of its own");
    }

    [TestCaseSource(nameof(Names))]
    public void An_argument_that_is_unknown_stops_it_with_its_name(string name)
    {
        var result = new Command(Project.In("scripts", name), ["--no-such-option"]).TryRun();
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldStartWith($"{name.Split('/')[^1]}: ");
        result.Error.ShouldContain("--no-such-option");
    }

    [Test]
    public void The_judge_says_that_it_is_being_built()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("scripts"));
        Directory.CreateDirectory(folder.In("src/Bernstein.Check"));
        File.Copy(Project.In("scripts", "check"), folder.In("scripts/check"));
        File.WriteAllText(folder.In("dotnet"), "#!/bin/sh\n[ \"$1\" != build ] || { mkdir -p \"$2/bin/Release/net10.0\"; }\n");
        File.SetUnixFileMode(folder.In("dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var result = new Command(folder.In("scripts/check"), ["folder"])
        {
            Environment = new Dictionary<string, string> { ["PATH"] = $"{folder.Path}:{SearchPath.OfThisTest}", ["BERNSTEIN_CHECK"] = "" },
        }.TryRun();
        (result.ExitCode, result.Output, result.Error).ShouldBe(
            (0, "", "check: building the judge, once (about 40 s of processor time)\n")
        );
    }

    [TestCase(2030, "native\n")]
    [TestCase(2001, "dotnet\n")]
    public void The_native_judge_is_called_where_it_is_not_older_than_its_sources(int year, string called)
    {
        using var folder = new TemporaryFolder();
        foreach (
            var path in new[] { "scripts", "src/Bernstein.Check/bin/native", "src/Bernstein.Check/bin/Release/net10.0", "chart/bernstein" }
        )
        {
            Directory.CreateDirectory(folder.In(path));
        }

        File.Copy(Project.In("scripts", "check"), folder.In("scripts/check"));
        foreach (
            var path in new[]
            {
                "src/Bernstein.Check/Program.cs",
                "Directory.Build.props",
                "Directory.Packages.props",
                "chart/bernstein/Chart.yaml",
            }
        )
        {
            File.WriteAllText(folder.In(path), "");
        }

        File.WriteAllText(folder.In("src/Bernstein.Check/bin/Release/net10.0/Bernstein.Check.dll"), "");
        foreach (var (path, says) in new[] { ("dotnet", "dotnet"), ("src/Bernstein.Check/bin/native/bernstein-check", "native") })
        {
            File.WriteAllText(folder.In(path), $"#!/bin/sh\necho {says}\n");
            File.SetUnixFileMode(folder.In(path), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        File.SetLastWriteTimeUtc(
            folder.In("src/Bernstein.Check/bin/native/bernstein-check"),
            new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        var result = new Command(folder.In("scripts/check"), ["folder"])
        {
            Environment = new Dictionary<string, string> { ["PATH"] = $"{folder.Path}:{SearchPath.OfThisTest}", ["BERNSTEIN_CHECK"] = "" },
        }.TryRun();
        (result.ExitCode, result.Output, result.Error).ShouldBe((0, called, ""));
    }
}
