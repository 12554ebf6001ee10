namespace Bernstein.Check.Tests.Requirements;

public sealed class WorkloadRequirementsTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "Workload" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
