namespace Bernstein.Check.Tests.Reports;

public sealed class RequirementsDocumentTests : CommandTest
{
    [Test]
    public void The_requirements_are_listed()
    {
        var result = Check("--list-requirements");
        (result.ExitCode, result.Error).ShouldBe((0, ""));
        result.Output.ShouldMatch(@"\n- \[poll\.memory\]\(https:[^)]+\): The memory of poll is limited to 128M\.\n  Why: ");
    }
}
