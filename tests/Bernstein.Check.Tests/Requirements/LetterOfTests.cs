namespace Bernstein.Check.Tests.Requirements;

public sealed class LetterOfTests
{
    [TestCaseSource(typeof(VerdictCase), nameof(VerdictCase.Of), new object[] { "LetterOf" })]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
