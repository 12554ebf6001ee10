namespace Bernstein.Check.Tests.Mends;

/// <summary>Slips that hand-ins had, each with the mend that it should get. The cases of NameMendsTests stand in NameMends.yaml.</summary>
public abstract class MendCaseTests<T>
{
    internal static IEnumerable<TestCaseData> Cases => MendCase.Of(typeof(T).Name[..^5]);

    [TestCaseSource(nameof(Cases))]
    public void A_slip_is_told_and_mended(MendCase slip) => slip.ShouldHold();
}
