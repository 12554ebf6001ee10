namespace Bernstein.Check.Tests;

public sealed class ClassFolderTests : CommandTest
{
    [TestCase("class", "class/*/", "ana", "ben")]
    [TestCase("class", "class/2026/*/", "2026/ana", "2026/ben/manifests")]
    public void A_class_is_no_hand_in(string named, string pattern, string first, string second)
    {
        Folder.Copy(Reference, $"class/{first}");
        Folder.Copy(Broken, $"class/{second}");
        var (exitCode, output, error) = Check(Folder.In(named));
        exitCode.ShouldBe(2);
        error.ShouldContain($"holds 2 hand-ins, such as {first} and {second}: name each folder, as in scripts/check {Folder.In(pattern)}");
        output.ShouldEndWith("\n0 passed, 0 failed\n");
    }

    [Test]
    public void AFolder_for_each_component_is_a_hand_in()
    {
        foreach (var file in Directory.GetFiles(Reference))
        {
            var component = Path.GetFileName(file).Split('.')[0];
            Directory.CreateDirectory(Folder.In($"parts/{component}"));
            File.Copy(file, Folder.In($"parts/{component}/{Path.GetFileName(file)}"));
        }

        Check(Folder.In("parts")).Output.ShouldEndWith(" passed, 19 failed\n");
    }

    [Test]
    public void A_file_beside_theFolders_is_no_hand_in()
    {
        var notes = Folder.In("grades.csv");
        File.WriteAllText(notes, "ana,12\n");
        Check(Reference, Broken, notes)
            .ShouldBe((1, Check(Reference, Broken).Output, $"check: {notes} is left out: it is no folder and no manifest\n"));
        Check(notes).ExitCode.ShouldBe(2);
    }
}
