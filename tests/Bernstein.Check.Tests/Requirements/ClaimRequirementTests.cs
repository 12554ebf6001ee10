namespace Bernstein.Check.Tests.Requirements;

public sealed class ClaimRequirementTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Claim" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
