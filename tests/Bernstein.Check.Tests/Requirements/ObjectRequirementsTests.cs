namespace Bernstein.Check.Tests.Requirements;

public sealed class ObjectRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Object" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
