namespace Bernstein.Check.Tests.Requirements;

public sealed class PortRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Port" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
