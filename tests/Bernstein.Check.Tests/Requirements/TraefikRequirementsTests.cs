namespace Bernstein.Check.Tests.Requirements;

public sealed class TraefikRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Traefik" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
