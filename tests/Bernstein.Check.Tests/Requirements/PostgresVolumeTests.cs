namespace Bernstein.Check.Tests.Requirements;

public sealed class PostgresVolumeTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "PostgresVolume" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
