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

    [Test]
    public void A_terminal_gets_lines_that_fit()
    {
        using var output = new StringWriter { NewLine = "\n" };
        new CheckCommand(output, TextWriter.Null) { Width = 80 }
            .Run(["--list-requirements"])
            .ShouldBe(0);
        output.ToString().Split('\n').Where(line => line.Length > 80 && line.Trim().Contains(' ')).ShouldBeEmpty();
    }
}
