namespace Bernstein.Check.Tests.Requirements;

public sealed class TraefikRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), ["Traefik"])]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
