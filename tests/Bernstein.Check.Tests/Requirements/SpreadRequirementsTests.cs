namespace Bernstein.Check.Tests.Requirements;

public sealed class SpreadRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Spread" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
