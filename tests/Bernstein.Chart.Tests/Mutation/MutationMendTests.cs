namespace Bernstein.Chart.Tests.Mutation;

/// <summary>Every mend mends: what an edit of the flat files breaks is whole again once the mends are made, and nothing else breaks.</summary>
public sealed class MutationMendTests
{
    [TestCaseSource(typeof(MutationTests), nameof(MutationTests.Harmful))]
    [TestCaseSource(typeof(MutationTests), nameof(MutationTests.Deletions))]
    public void The_mends_of_an_edit_lead_back_to_green(ManifestEdit edit)
    {
        var before = edit.Assess();
        var after = Mending.Mended(before);

        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        (after.Failed == 0 ? after : Mending.Mended(after)).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }
}
