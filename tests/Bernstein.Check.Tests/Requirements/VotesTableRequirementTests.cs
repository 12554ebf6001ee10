namespace Bernstein.Check.Tests.Requirements;

public sealed class VotesTableRequirementTests
{
    [TestCase("SELECT FROM votes", Status.Pass)]
    [TestCase("SELECT to_regclass('votes')", Status.Pass)]
    [TestCase("\\d votes", Status.Pass)]
    [TestCase("SELECT 1", Status.Fail)]
    public void A_worker_asks_for_the_table_that_a_job_creates(string query, Status expected) =>
        Sample.Reference.With("worker.deployment.yaml", "SELECT FROM votes", query).Judge("wiring.votes-table").Status.ShouldBe(expected);

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
