namespace Bernstein.Check.Tests.Requirements;

public sealed class EnvironmentRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Environment" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
