namespace Bernstein.Check.Tests.Requirements;

/// <summary>Edits of the reference, and how a requirement is met then. The cases of PortRequirementsTests stand in Verdicts/PortRequirements.yaml.</summary>
public abstract class VerdictCaseTests<T>
{
    internal static IEnumerable<TestCaseData> Cases => VerdictCase.Of(typeof(T).Name[..^5]);

    [TestCaseSource(nameof(Cases))]
    public void An_edit_gets_its_verdict(VerdictCase edit) => edit.ShouldHold();
}
