namespace Bernstein.Check.Tests;

public sealed class FixingTests : CommandTest
{
    [Test]
    public void A_mended_copy_is_written_and_holds()
    {
        var copy = Folder.In("mended");
        var result = Check(Folder.In("broken"), "--fix", copy);
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain($"edits made in {copy}; judge it too");
        Check(copy).ExitCode.ShouldBe(0);

        var again = Check(Folder.In("broken"), "--fix", copy);
        again.ExitCode.ShouldBe(2);
        again.Error.ShouldContain("is not empty: the fixed copy needs a new directory");
        Check(Folder.In("broken"), copy, "--fix", Folder.In("other")).Error.ShouldContain("--fix takes one folder");
        Directory.Exists(Folder.In("other")).ShouldBeFalse();
    }
}
