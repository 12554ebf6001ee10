namespace Bernstein.Check.Tests.Requirements;

public sealed class SecretEncodingTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Secret" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
