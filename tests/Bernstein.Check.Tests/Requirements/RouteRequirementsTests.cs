namespace Bernstein.Check.Tests.Requirements;

public sealed class RouteRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Route" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
