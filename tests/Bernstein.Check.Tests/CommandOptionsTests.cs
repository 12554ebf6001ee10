namespace Bernstein.Check.Tests;

public sealed class CommandOptionsTests : CommandTest
{
    [Test]
    public void What_stands_behind_two_dashes_is_aFolder()
    {
        Check("--", "-x").Error.ShouldContain("-x");
        Check("--", "-x").Output.ShouldContain("./-x: not judged");
        Check("-x").Error.ShouldContain("there is no option -x (see --help); write a folder of that name after --");
        Check("--", Reference).ExitCode.ShouldBe(0);
        Check("@team", Reference).Output.ShouldContain("@team");
    }
}
