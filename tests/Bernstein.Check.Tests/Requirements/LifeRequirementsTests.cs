namespace Bernstein.Check.Tests.Requirements;

public sealed class LifeRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Life" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
