namespace Bernstein.Check.Tests.Requirements;

public sealed class ComponentRequirementTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "ComponentRequirement" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
