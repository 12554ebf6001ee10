namespace Bernstein.Check.Tests.Hostile;

/// <summary>
/// Whatever is named and whatever stands there, the first line says what it is: the first reason where it could not be judged, else the first
/// line of the report that names a place (in the damaged file, where there is one), or the totals where it names none. <c>approved.txt</c> holds, for each case of
/// <see cref="HostileCase"/>, the exit code and that line.
/// </summary>
[NeedsUnix("pipes, devices and names of files")]
public sealed partial class HostileTests : FolderTest
{
    public static IEnumerable<TestCaseData> Cases =>
        HostileCase.All.Select(hostile => new TestCaseData(hostile).SetArgDisplayNames(hostile.Name));

    [TestCaseSource(nameof(Cases))]
    public void The_first_line_of_the_answer_is_the_approved_one(object hostile)
    {
        var tried = (HostileCase)hostile;
        Approved().ShouldContain($"{tried.Name}: {Answer(tried)}");
    }

    [TestCaseSource(nameof(Cases))]
    public void Its_lines_are_shown_or_it_is_said_why_not(object hostile)
    {
        var tried = (HostileCase)hostile;
        using var output = new StringWriter();
        using var error = new StringWriter();
        // Of a whole folder, the damaged file.
        var named = tried
            .Arrange(Folder.Path)
            .Select(path => Path.Join(path, HostileCase.DamagedFile) is var file && File.Exists(file) ? file : path);
        var exitCode = new CheckCommand(output, error) { Input = () => new MemoryStream(tried.Input) }.Run(["--why", .. named]);
        (exitCode == 2 ? error : output).ToString().ShouldNotBeEmpty();
        exitCode.ShouldBeOneOf(0, 2);
    }

    [Test]
    public void Every_approved_line_has_its_case()
    {
        HostileCase.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        Approved()
            .Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)])
            .ShouldBe(HostileCase.All.Select(hostile => hostile.Name), ignoreOrder: true);
    }

    // Without a Kubernetes version, one requirement is not judged.
    private static string[] Approved() =>
        File.ReadAllText(Project.In("tests", "Bernstein.Check.Tests", "Hostile", "approved.txt"))
            .Replace("$BUT_ONE", $"{Catalogue.All.Count - 1}", StringComparison.Ordinal)
            .TrimEnd('\n')
            .Split('\n');

    private string Answer(HostileCase hostile)
    {
        var arguments = hostile.Arrange(Folder.Path);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = new CheckCommand(output, error) { Input = () => new MemoryStream(hostile.Input) }.Run(arguments);
        var lines = (exitCode == 2 ? error.ToString() : output.ToString()).TrimEnd().Split('\n');
        var first =
            exitCode == 2
                ? lines[0]
                : lines
                    .Where(line => Place().IsMatch(line))
                    .OrderByDescending(line => line.Contains(HostileCase.DamagedFile, StringComparison.Ordinal))
                    .FirstOrDefault(lines[^1]);
        return $"{exitCode} {first.Trim().Replace(Folder.Path, "…", StringComparison.Ordinal)}";
    }

    [GeneratedRegex("^ *[^:]+:[0-9]+: ")]
    private static partial Regex Place();
}
