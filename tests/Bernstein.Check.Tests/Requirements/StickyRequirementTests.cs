namespace Bernstein.Check.Tests.Requirements;

public sealed class StickyRequirementTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Sticky" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
