namespace Bernstein.Check.Tests;

public sealed class ShellPatternTests : CommandTest
{
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
        File.WriteAllText(Folder.In("alice.yaml"), Sample.Reference.Files["poll.service.yaml"]);
        File.WriteAllText(Folder.In("bob.yaml"), Sample.Reference.Files["poll.service.yaml"]);
        Check(Folder.In("alice.yaml"), Folder.In("bob.yaml")).Error.ShouldBe("");
    }
}
