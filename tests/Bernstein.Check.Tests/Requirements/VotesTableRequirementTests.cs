namespace Bernstein.Check.Tests.Requirements;

public sealed class VotesTableRequirementTests : VerdictCaseTests<VotesTableRequirementTests>
{
    // A search that starts anew at every word takes minutes over such a text.
    [Test]
    public void A_long_script_is_searched_in_one_pass() =>
        Sample
            .Reference.With(
                "votes-table.job.yaml",
                "CREATE TABLE IF NOT EXISTS votes",
                string.Concat(Enumerable.Repeat("create table x ", 60_000))
            )
            .Judge("wiring.votes-table")
            .Status.ShouldBe(Status.NotJudged);
}
