namespace Bernstein.Check.Tests.Requirements;

public sealed class AddressRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Address" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
