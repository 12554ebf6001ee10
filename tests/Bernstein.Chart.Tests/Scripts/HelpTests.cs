namespace Bernstein.Chart.Tests.Scripts;

/// <summary>What every script has in common.</summary>
[Platform("Linux")]
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
        help.ShouldStartWith("usage: ");
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
}
